using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A meeting of which nothing is taken says why, and what to do about it: nobody notices a value that is missing.</summary>
public class UnreadMeetingTests
{
    private static readonly TeamOptions Team = new() { InternalDomains = ["seller.example"] };

    private static readonly string[] StandUp =
    [
        "Yesterday I fixed the export and today I'm reviewing two pull requests.",
        "The biggest problem is the nightly build, it fails half the time and we lose an hour every day.",
        "Who decides whether we postpone the release?",
        "That's Marek's call, he has the final say on the release.",
        "I'm still waiting for the code review, it takes about three days on average.",
    ];

    private static readonly string[] Demo =
    [
        "Thanks for joining the demo, let me show you our platform and the pricing of the annual plan.",
        "We lose ten hours a week because approvals get stuck in e-mail.",
        "Who signs the contract for a subscription like this?",
        "Our CFO has the final say on the budget for your software.",
        "Great, I'll send the quote and the proposal for thirty seats.",
    ];

    [Fact]
    public async Task Talk_that_is_not_taken_for_a_sale_says_so()
    {
        var result = await ReadAsync(Meeting(StandUp, "kim@quill.example"));

        Assert.Equal(UnreadReason.NothingSold, result.Unread);
        var issue = Assert.Single(result.Issues);
        Assert.StartsWith("meeting: the rules do not take it for one in which something is sold", issue, StringComparison.Ordinal);
        Assert.Contains("set up a language model", issue, StringComparison.Ordinal);
        Assert.Contains("events replay ID --reextract", issue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Talk_in_another_language_says_that_rules_read_English()
    {
        var result = await ReadAsync(Meeting(
            [
                "Danke für Ihre Zeit, ich zeige Ihnen heute unsere Plattform und die Preise.",
                "Wir verlieren jeden Monat acht Aufträge, weil der Bestand nicht stimmt.",
                "Wer unterschreibt bei Ihnen den Vertrag?",
                "Unsere Geschäftsführerin entscheidet über alles ab fünftausend Euro.",
                "Gut, ich schicke Ihnen das Angebot bis Freitag.",
            ],
            "kim@quill.example"));

        Assert.Equal(UnreadReason.NothingSold, result.Unread);
        Assert.StartsWith("meeting: the rules read English, and this meeting is in another language", Assert.Single(result.Issues), StringComparison.Ordinal);
        Assert.Contains("set up a language model", result.Issues[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sales_call_of_people_whose_sides_are_known_has_no_such_issue()
    {
        var result = await ReadAsync(Meeting(Demo, "kim@quill.example"));

        Assert.Null(result.Unread);
        Assert.Empty(result.Issues);
        Assert.True(result.Values[QualificationFrameworks.Meddic.FieldOf(Element("economic_buyer"))].IsWritable);
    }

    [Theory]
    [InlineData(null, null, UnreadReason.CustomerUnknown, "speakers: nobody who speaks is known to be the customer's")]
    [InlineData("rep@seller.example", "kim@seller.example", UnreadReason.OnlyOurPeople, "speakers: all are your own people")]
    public async Task Sides_that_are_not_known_are_told_by_rules_and_with_a_model(
        string? rep, string? kim, UnreadReason reason, string beginning)
    {
        var meeting = Meeting(Demo, kim, rep);
        using var chat = new ScriptedChatClient(ScriptedChatClient.Says(Completions.Of(new ConversationPrompt(FieldCatalog.Default), _ => { })));
        ExtractionResult[] results = [await ReadAsync(meeting), await ReadAsync(meeting, new ModelExtractor(chat, team: Team))];

        Assert.All(results, result =>
        {
            Assert.Equal(reason, result.Unread);
            Assert.False(result.Values[QualificationFrameworks.Meddic.Confidence].IsKnown);
            var issue = Assert.Single(result.Issues, one => one.StartsWith("speakers: ", StringComparison.Ordinal));
            Assert.StartsWith(beginning, issue, StringComparison.Ordinal);
            Assert.Contains("READAI_CUSTOMER_DOMAINS", issue, StringComparison.Ordinal);
            Assert.Contains("events replay ID --reextract", issue, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_meeting_of_which_a_model_knows_the_sides_has_no_such_issue()
    {
        using var chat = new ScriptedChatClient(ScriptedChatClient.Says(Completions.Of(new ConversationPrompt(FieldCatalog.Default), _ => { })));
        var result = await ReadAsync(Meeting(StandUp, "kim@quill.example"), new ModelExtractor(chat, team: Team));

        Assert.Null(result.Unread);
        Assert.DoesNotContain(result.Issues, issue => issue.StartsWith("speakers: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_transcript_the_transcript_is_what_lacks()
    {
        var result = await ReadAsync(Meeting([], null));

        Assert.Null(result.Unread);
        Assert.Equal(["transcript: there is none, so that nothing has evidence"], result.Issues);
    }

    private static QualificationElement Element(string name) => QualificationFrameworks.Meddic.Elements.Single(element => element.Name == name);

    private static Meeting Meeting(IReadOnlyList<string> talk, string? kim, string? rep = "rep@seller.example") => new()
    {
        SessionId = "1",
        Transcript = [.. talk.Select((text, index) => new TranscriptTurn(index % 2 == 0 ? "Rep One" : "Kim Ardley", text, null))],
        Attendees = [new MeetingAttendee("Rep One", rep), new MeetingAttendee("Kim Ardley", kim)],
    };

    private static Task<ExtractionResult> ReadAsync(Meeting meeting, IExtractor? extractor = null) =>
        (extractor ?? new RuleExtractor(team: Team))
            .ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, CancellationToken.None);
}
