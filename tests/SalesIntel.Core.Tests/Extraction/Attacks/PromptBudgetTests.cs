using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>All foreign text of a prompt has one budget: nobody can have a model read, and us pay for, more than that.</summary>
public class PromptBudgetTests
{
    private const int Room = 30_000;

    // Fences, names of parts and the marks of what is left out.
    private const int Frame = 1_500;

    private static readonly ExtractionOptions Options = new() { MaxPromptTokens = Room };
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("lorem", 1_500));

    public static TheoryData<string> Parts => ["title", "attendees", "summary", "chapters", "actions", "transcript", "all"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_meeting_stays_within_it_whatever_part_is_huge(string part)
    {
        var all = part == "all";
        var meeting = new Meeting
        {
            SessionId = "1",
            Title = all || part == "title" ? Long : "",
            Summary = all || part == "summary" ? Long : "",
            Attendees = all || part == "attendees" ? [.. Enumerable.Range(0, 3_000).Select(i => new MeetingAttendee($"Ada {i} {Long}", null))] : [],
            Chapters = all || part == "chapters" ? [.. Enumerable.Range(0, 3_000).Select(i => new MeetingChapter($"{i}", Long))] : [],
            ActionItems = all || part == "actions" ? [.. Enumerable.Repeat(Long, 3_000)] : [],
            Transcript = all || part == "transcript" ? [.. Enumerable.Repeat(new TranscriptTurn("Ada", Long, null), 3_000)] : [],
        };

        var prompts = new ConversationPrompt(FieldCatalog.Default).For(meeting, Options, new TeamOptions());

        Assert.All(prompts.Windows, prompt => Assert.InRange(TokenEstimate.Of(prompt.Data), 0, Room + Frame));
        Assert.InRange(prompts.Windows.Count, 1, TranscriptText.MostWindows);
        if (all)
        {
            Assert.Contains(prompts.Windows[0].Issues, issue => issue.EndsWith("left out, there are too many", StringComparison.Ordinal));
            Assert.Contains(prompts.Windows[0].Issues, issue => issue.EndsWith("of 3000 turns were not read whole", StringComparison.Ordinal));
            Assert.InRange(prompts.Coverage, 0.01, 0.5);
        }
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("questions")]
    [InlineData("many")]
    [InlineData("tracking")]
    [InlineData("all")]
    public void A_form_stays_within_it_whatever_part_is_huge(string part)
    {
        var all = part == "all";
        var answers = part switch
        {
            "many" or "all" => Enumerable.Range(0, 20_000).Select(i => new FormAnswer($"Question {i}?", all ? Long : "yes")),
            "questions" => [new FormAnswer(string.Concat(Enumerable.Repeat(Long, 50)), "yes")],
            _ => Enumerable.Range(0, 40).Select(i => new FormAnswer($"Question {i}?", Long + Long)),
        };
        var tracking = Enumerable.Range(0, part is "tracking" or "all" ? 5_000 : 0).ToDictionary(i => $"utm_{i}_{Long}", _ => Long);
        var booking = Fixtures.BookingWith("ada@tallpine.example") with { Answers = [.. answers], Tracking = tracking, Name = Long, EventName = Long };

        var prompt = new FormPrompt(FieldCatalog.Default).For(Form.Of(new BookingDocument(booking)), Options);

        Assert.InRange(TokenEstimate.Of(prompt.Data), 0, Room + Frame);
        if (part != "questions")
        {
            Assert.NotEmpty(prompt.Issues);
        }
    }

    [Fact]
    public void What_fits_is_sent_whole_and_in_order_and_nothing_is_reported()
    {
        var booking = Fixtures.BookingWith("ada@tallpine.example", [.. Enumerable.Range(0, 50).Select(i => ($"Question {i}?", $"Answer {i}\nand more"))]);
        var prompt = new FormPrompt(FieldCatalog.Default).For(Form.Of(new BookingDocument(booking)), Options);
        Assert.Empty(prompt.Issues);
        Assert.Contains("Q50: Question 49?\n| Answer 49\n| and more", prompt.Data);
    }
}
