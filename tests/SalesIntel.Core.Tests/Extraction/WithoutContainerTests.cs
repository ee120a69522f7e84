using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>A transcript from a file becomes MEDDIC with two lines of code.</summary>
public class WithoutContainerTests
{
    private const string Transcript = """
        Rep One (00:10): What does it cost you today?
        Ann Ray (00:15): A reprint costs us twelve thousand dollars, and we had three of them this year.
        Rep One (00:40): Who has to say yes?
        Ann Ray (00:45): Our CFO Marta Lind owns the budget and signs everything above ten thousand.
        """;

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static MeetingDocument Document => new(
        new Meeting
        {
            SessionId = "1",
            Transcript = Leads.Transcript.Parse(Transcript, Start).Turns,
            Attendees = [new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Ann Ray", "ann@quill.example")],
        },
        Start);

    [Fact]
    public async Task Rules_read_what_the_customer_says_with_speaker_and_time()
    {
        var rules = new RuleExtractor(team: new TeamOptions { InternalDomains = ["seller.example"] });
        var result = await rules.ExtractAsync(Document, FieldCatalog.Default, default);

        var buyer = result.Values[QualificationFrameworks.Meddic.Fields[1]];
        Assert.Contains("Marta Lind owns the budget", buyer.Text);
        var claim = Assert.Single(buyer.Claims);
        Assert.Equal(("Ann Ray", 4, Start.AddSeconds(45), ClaimSupport.Supported), (claim.Speaker, claim.Turn, claim.At, claim.Support));
        Assert.DoesNotContain(result.Values, value => value.Value.Claims.Any(one => one.Speaker == "Rep One"));
    }

    [Fact]
    public async Task Model_needs_a_chat_client_and_nothing_else()
    {
        var chat = new ScriptedChatClient(Says("""
            {"metrics_quote":"A reprint costs us twelve thousand dollars","metrics_turn":2,"metrics":"12,000 dollars a reprint",
             "economic_buyer":null,"decision_criteria":null,"decision_process":null,"identified_pain":null,"champion":null,"competition":null}
            """));
        var metrics = (await new ModelExtractor(chat).ExtractAsync(Document, FieldCatalog.Default, default)).Values["meddic_metrics"];
        Assert.Equal(("12,000 dollars a reprint", true, "Ann Ray"), (metrics.Text, metrics.IsWritable, metrics.Claims[0].Speaker));
    }
}
