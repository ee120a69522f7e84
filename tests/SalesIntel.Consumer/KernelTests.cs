using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Consumer.Parts;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Zoho;

namespace SalesIntel.Consumer;

/// <summary>What can be used without a host, without a container, without a network.</summary>
public sealed class KernelTests
{
    private const string Captions = """
        WEBVTT

        00:00:01.000 --> 00:00:06.000
        <v Rep One>Who signs for a tool like this at your company?

        00:00:07.000 --> 00:00:15.000
        <v Ada Quill>Our CFO Lena Berg owns the budget, she signs everything above ten thousand euros.
        """;

    [Fact]
    public async Task Body_and_options_give_lead_payload_and_note()
    {
        var names = new ZohoFieldOptions();
        names.Names["review_volume"] = "Review_Volume";
        var setup = new LeadPreviewSetup
        {
            Catalog = new FieldCatalog(
                [.. LeadFields.All, new LeadField("review_volume") { Ask = "How many reviews the team does in a month." }],
                QualificationFrameworks.Meddic),
            Mapping = new ZohoMapping(names),
            Extractor = new ModelExtractor(new OwnModel(("review_volume", "40 a month", "About 40 proofs a month", null))),
        };

        var preview = await LeadPreview.OfAsync(
            new CalendlySource(new CalendlyOptions()), System.Text.Encoding.UTF8.GetBytes(Bodies.Booking), setup, CancellationToken.None);

        Assert.Equal("ada@quill.example", preview.Lead.Email);
        Assert.Equal(("Quill", "40 a month", "Demo Booked"),
            ((string?)preview.CrmFields["Last_Name"], (string?)preview.CrmFields["Review_Volume"], (string?)preview.CrmFields["Lead_Status"]));
        Assert.Contains("calendly_qa", preview.Unmapped);
        Assert.DoesNotContain("review_volume", preview.Unmapped);
        Assert.Contains("Review volume: 40 a month", Assert.Single(preview.Notes).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FieldKind.Text, "about 40", "about 40")]
    [InlineData(FieldKind.Lines, "SSO\nn/a\nAudit log", "SSO\nAudit log")]
    [InlineData(FieldKind.Number, "1,200", "1200")]
    [InlineData(FieldKind.DateTime, "December 8, 2026 3:00 PM", "2026-12-08T15:00:00Z")]
    [InlineData(FieldKind.Url, "see https://quill.example/brand.", "https://quill.example/brand")]
    [InlineData(FieldKind.Phone, "WhatsApp: +46 70 123 45 67", "+46701234567")]
    [InlineData(FieldKind.Email, "Ada Quill <Billing@Quill.example>", "billing@quill.example")]
    [InlineData(FieldKind.Choice, "pro", "Pro")]
    public async Task Own_field_of_every_kind_goes_from_an_answer_to_the_CRM(FieldKind kind, string answer, string expected)
    {
        var own = new LeadField("own_thing") { Ask = "What.", Kind = kind, Choices = kind == FieldKind.Choice ? ["Basic", "Pro"] : [] };
        var setup = new LeadPreviewSetup { Catalog = new FieldCatalog([.. LeadFields.All, own], QualificationFrameworks.Meddic) };
        var booking = System.Text.Json.Nodes.JsonNode.Parse(Bodies.Booking)!;
        booking["payload"]!["questions_and_answers"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["question"] = "Own thing", ["answer"] = answer });

        var preview = await LeadPreview.OfAsync(new CalendlySource(new CalendlyOptions()),
            System.Text.Encoding.UTF8.GetBytes(booking.ToJsonString()), setup, CancellationToken.None);

        Assert.Equal(expected, (string?)preview.CrmFields["own_thing"]);
    }

    [Fact]
    public async Task Transcript_becomes_MEDDIC_without_a_container()
    {
        var found = await new RuleExtractor().ExtractAsync(Meeting(), FieldCatalog.Default, CancellationToken.None);

        AssertBuyer(found);
    }

    [Fact]
    public async Task Transcript_becomes_MEDDIC_with_a_container()
    {
        await using var services = new ServiceCollection().AddLogging().AddSalesIntelCore().BuildServiceProvider();
        var found = await services.GetRequiredService<IExtractor>()
            .ExtractAsync(Meeting(), services.GetRequiredService<FieldCatalog>(), CancellationToken.None);

        AssertBuyer(found);
    }

    [Theory]
    [InlineData("Rep One: Hello and welcome to you.\nAda Quill: Thank you, good to be here.")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nRep One: Hello and welcome to you.\n\n2\n00:00:03,000 --> 00:00:04,000\nAda Quill: Thank you, good to be here.")]
    [InlineData("""[{"speaker":"Rep One","text":"Hello and welcome to you.","start":1},{"speaker":"Ada Quill","text":"Thank you, good to be here.","start":3}]""")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rep One>Hello and welcome to you.</v>\n\n00:03.000 --> 00:04.000\n<v Ada Quill>Thank you, good to be here.</v>")]
    public void Transcript_is_read_in_every_form(string text) =>
        Assert.Equal(["Rep One", "Ada Quill"], Transcript.Parse(text).Turns.Select(turn => turn.Speaker));

    private static MeetingDocument Meeting()
    {
        var start = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
        return new MeetingDocument(
            new Meeting
            {
                SessionId = "M1",
                Attendees = [new MeetingAttendee("Ada Quill", "ada@quill.example"), new MeetingAttendee("Rep One", "rep@seller.example")],
                Owner = new MeetingAttendee("Rep One", "rep@seller.example"),
                Transcript = Transcript.Parse(Captions, start).Turns,
            },
            start);
    }

    private static void AssertBuyer(ExtractionResult found)
    {
        var buyer = found.Values["meddic_economic_buyer"];
        Assert.Contains("Lena Berg", buyer.Text, StringComparison.Ordinal);
        Assert.Equal(("Ada Quill", ClaimSupport.Supported), (buyer.Claims[0].Speaker, buyer.Claims[0].Support));
    }
}
