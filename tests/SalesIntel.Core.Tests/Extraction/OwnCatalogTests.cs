using Microsoft.Extensions.AI;
using SalesIntel.Crm;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>One line declares a field or an element; it is asked for, read and shown, by a model and by rules.</summary>
public class OwnCatalogTests
{
    private static readonly LeadField Volume = new("review_volume")
    {
        Ask = "How many reviews the team does in a month.", Kind = FieldKind.Number,
    };

    private static readonly LeadField Mood = new("mood") { Ask = "How the customer felt.", From = DocumentKind.Conversation };

    private static readonly QualificationFramework Fit = new(
        "fit",
        "Fit",
        [
            new QualificationElement("budget_holder") { Ask = "Who pays.", Field = QualificationFrameworks.Meddic.Fields[1] },
            new QualificationElement("team_fit") { Label = "Team fit", Ask = "Whether the team would use it.", Counts = StatementSide.Any },
        ]);

    private static readonly FieldCatalog Catalog = new([.. LeadFields.All, Volume, Mood], Fit);

    [Fact]
    public async Task Own_field_is_asked_read_and_in_the_note()
    {
        var booking = new BookingDocument(Fixtures.BookingWith("a@b.example", ("How many reviews?", "1,200 reviews a month")));
        var chat = new ScriptedChatClient(Says(Completions.Of(new FormPrompt(Catalog), a => a["review_volume"] = "1,200")));

        var result = await new ModelExtractor(chat).ExtractAsync(booking, Catalog, default);

        var value = result.Values[Volume];
        Assert.Equal("1200", value.Text);
        Assert.Contains("review_volume: How many reviews the team does in a month. A whole number in digits.\n", Asked(chat) + "\n");
        Assert.Contains("Review volume: 1200\n", DocumentNote.Write(booking, result.Values, Catalog, result.ReadBy).Content);
        Assert.Matches("^intel-3-", result.PromptVersion);
    }

    [Fact]
    public async Task Own_core_field_is_asked_for_again()
    {
        var core = new LeadField("review_volume") { Ask = "How many.", IsCore = true };
        var catalog = new FieldCatalog([core], Fit);
        var chat = new ScriptedChatClient(Says("{}"), Says("""{"review_volume":"40"}"""));
        var booking = Fixtures.BookingWith("a@b.example", ("How many?", "About 40"));
        var result = await new ModelExtractor(chat).ExtractAsync(new BookingDocument(booking), catalog, default);
        Assert.Equal(("40", 2), (result.Values[core].Text, result.Calls));
    }

    [Fact]
    public async Task Own_element_is_asked_read_with_its_evidence_and_in_the_note()
    {
        var meeting = new MeetingDocument(Fixtures.Meeting("meeting_end_full"), DateTimeOffset.UnixEpoch);
        var chat = new ScriptedChatClient(Says(Completions.Of(new ConversationPrompt(Catalog), a =>
        {
            a["team_fit_quote"] = "I would run it myself";
            a["team_fit_turn"] = 63;
            a["team_fit"] = "Rosalind would run it";
            a["mood_quote"] = "I would run it myself";
            a["mood_turn"] = 63;
            a["mood"] = "I would run it myself";
        })));

        var result = await new ModelExtractor(chat).ExtractAsync(meeting, Catalog, default);

        var value = result.Values[Fit.FieldOf(Fit.Elements[1])];
        Assert.Equal(("fit_team_fit", "Rosalind would run it"), (Fit.FieldOf(Fit.Elements[1]).Name, value.Text));
        Assert.Equal((63, ClaimSupport.Supported), (value.Claims[0].Turn, value.Claims[0].Support));
        Assert.Equal("I would run it myself", result.Values[Mood].Text);
        Assert.Equal("Warm", result.Values["fit_confidence"].Text);
        Assert.Contains("team_fit: Whether the team would use it.\n", Asked(chat));
        var note = DocumentNote.Write(meeting, result.Values, Catalog, result.ReadBy).Content;
        Assert.Contains("- Team fit: Rosalind would run it\n", note);
        Assert.Contains("- Team fit: \"I would run it myself\" – Rosalind Achterberg", note);
        Assert.Contains("Mood: I would run it myself\n", note);
    }

    [Fact]
    public void Field_of_an_element_that_is_in_the_list_of_fields_too_is_asked_for_once()
    {
        var field = new LeadField("team_fit") { Ask = "Whether the team would use it.", From = DocumentKind.Conversation };
        var element = new QualificationElement("team_fit") { Ask = "Whether it fits.", Field = field };
        var framework = new QualificationFramework("own", "Own", [element]);
        Assert.Equal(
            ["claims", "next_steps", "risks", "team_fit_quote", "team_fit_turn", "team_fit"],
            new ConversationPrompt(new FieldCatalog([field], framework)).Schema.ReadKeys);
    }

    [Fact]
    public async Task Catalogue_without_fields_for_forms_asks_no_model()
    {
        var catalog = new FieldCatalog([LeadFields.DemoDateTimeUtc, Mood], Fit);
        var result = await new ModelExtractor(new ScriptedChatClient())
            .ExtractAsync(new BookingDocument(Fixtures.Booking()), catalog, default);
        Assert.Equal(("2026-11-18T15:00:00Z", 0), (result.Values[LeadFields.DemoDateTimeUtc].Text, result.Calls));
    }

    [Theory]
    [InlineData("Review volume")]
    [InlineData("review_volume")]
    [InlineData("What is your review volume per month?")]
    public async Task Rules_read_an_own_field_from_a_question_that_names_it(string question)
    {
        var booking = new BookingDocument(Fixtures.BookingWith("a@b.example", (question, "400"), ("Favourite colour", "Green")));
        var values = (await new RuleExtractor().ExtractAsync(booking, Catalog, default)).Values;
        Assert.Equal("400", values[Volume].Text);
        Assert.Equal("400", Assert.Single(values[Volume].Claims).Quote);
        Assert.Equal("Favourite colour: Green", values[LeadFields.AdditionalNotes].Text);
        Assert.Contains("Review volume: 400\n", values[LeadFields.CheatSheet].Text);
    }

    [Theory]
    [InlineData(FieldKind.DateTime, "2026-12-08T15:00:00+01:00", "2026-12-08T14:00:00Z")]
    [InlineData(FieldKind.DateTime, "December 8, 2026 3:00 PM", "2026-12-08T15:00:00Z")]
    [InlineData(FieldKind.DateTime, "2026-12-08", "2026-12-08T00:00:00Z")]
    [InlineData(FieldKind.Url, "https://quill.example/brand, please", "https://quill.example/brand")]
    [InlineData(FieldKind.Phone, "WhatsApp +46 70 123 45 67", "+46 70 123 45 67")]
    [InlineData(FieldKind.Email, "Ada Quill <Billing@Quill.example>", "billing@quill.example")]
    [InlineData(FieldKind.Choice, "pro", "Pro")]
    [InlineData(FieldKind.Lines, "SSO\nAudit log", "SSO\nAudit log")]
    public async Task Rules_read_an_own_field_of_every_kind(FieldKind kind, string answer, string expected)
    {
        var own = new LeadField("own_thing") { Ask = "What.", Kind = kind, Choices = kind == FieldKind.Choice ? ["Basic", "Pro"] : [] };
        var booking = new BookingDocument(Fixtures.BookingWith("a@b.example", ("Own thing", answer)));
        var value = (await new RuleExtractor().ExtractAsync(booking, new FieldCatalog([own], Fit), default)).Values[own];
        Assert.Equal((expected, true), (value.Text, value.IsWritable));
    }

    [Theory]
    [InlineData("How many reviews?")]
    [InlineData("Volume")]
    [InlineData("Volume of a review")]
    public async Task Rules_leave_an_own_field_absent_that_no_question_names(string question)
    {
        var booking = new BookingDocument(Fixtures.BookingWith("a@b.example", (question, "400")));
        Assert.Equal(FieldValue.Absent, (await new RuleExtractor().ExtractAsync(booking, Catalog, default)).Values[Volume]);
    }

    [Fact]
    public async Task Rules_give_the_answer_to_a_question_that_names_a_field_to_no_other()
    {
        var booking = new BookingDocument(Fixtures.BookingWith("a@gmail.com", ("Company type", "Agency")));
        var values = (await new RuleExtractor().ExtractAsync(booking, Catalog, default)).Values;
        Assert.Equal(("Agency", ""), (values[LeadFields.CompanyType].Text, values[LeadFields.CompanyName].Text));
    }

    [Fact]
    public async Task Rules_speak_of_a_form_where_there_is_no_booking()
    {
        var form = new FormDocument("contact:1", "ada@quill.example", DateTimeOffset.UnixEpoch) { Name = "Ada Quill" };
        var values = (await new RuleExtractor().ExtractAsync(form, FieldCatalog.Default, default)).Values;
        Assert.DoesNotContain("booking", string.Concat(values.Select(value => value.Value.Text)));
        Assert.Contains("Who: Ada Quill\nCompany: Quill (inferred from the mail domain)\n", values[LeadFields.CheatSheet].Text);
    }

    [Fact]
    public async Task Rules_know_no_gap_in_a_field_that_the_catalogue_has_not()
    {
        var catalog = FieldCatalog.Default.Without(LeadFields.BudgetSignal, LeadFields.ToolsInUse);
        var booking = new BookingDocument(Fixtures.BookingWith("a@b.example"));
        var values = (await new RuleExtractor().ExtractAsync(booking, catalog, default)).Values;
        Assert.DoesNotContain("udget", values[LeadFields.QualificationGaps].Text + values[LeadFields.DiscoveryQuestions].Text);
        Assert.DoesNotContain("tools", values[LeadFields.DiscoveryQuestions].Text);
        Assert.Contains("Timing", values[LeadFields.QualificationGaps].Text);
    }

    [Theory]
    [InlineData("meddic", "metrics,economic_buyer,decision_criteria,decision_process,identified_pain,champion,competition", "Super-hot")]
    [InlineData(
        "meddpicc", "metrics,economic_buyer,decision_criteria,decision_process,paper_process,identified_pain,champion,competition", "Super-hot")]
    [InlineData("bant", "budget,authority,need,timing", "Super-hot")]
    [InlineData("spiced", "situation,pain,impact,critical_event,decision", "Super-hot")]
    public async Task Rules_fill_the_elements_of_every_framework_that_mean_what_they_know(string name, string elements, string confidence)
    {
        var framework = QualificationFrameworks.All.Single(one => one.Name == name);
        var meeting = new MeetingDocument(Fixtures.Meeting("meeting_end_full"), DateTimeOffset.UnixEpoch);
        var values = (await new RuleExtractor().ExtractAsync(meeting, new FieldCatalog(LeadFields.All, framework), default)).Values;
        var filled = framework.Elements.Where(element => values[framework.FieldOf(element)].IsKnown);
        Assert.Equal(elements.Split(','), filled.Select(element => element.Name));
        Assert.Equal(confidence, values[framework.Confidence].Text);
    }

    [Fact]
    public async Task Rules_fill_an_own_element_only_when_it_has_a_field_that_they_know()
    {
        var meeting = new MeetingDocument(Fixtures.Meeting("meeting_end_full"), DateTimeOffset.UnixEpoch);
        var values = (await new RuleExtractor().ExtractAsync(meeting, Catalog, default)).Values;
        Assert.True(values[Fit.FieldOf(Fit.Elements[0])].IsKnown);
        Assert.Equal(FieldValue.Absent, values[Fit.FieldOf(Fit.Elements[1])]);
    }

    [Fact]
    public async Task Confidence_with_choices_of_its_own_is_not_guessed_by_rules()
    {
        var stars = new LeadField("stars")
        {
            Ask = "How good.", Kind = FieldKind.Choice, Choices = ["*", "**"], From = DocumentKind.Conversation,
        };
        var catalog = new FieldCatalog([], new QualificationFramework("own", "Own", Fit.Elements, stars));
        var result = await new RuleExtractor().ExtractAsync(
            new MeetingDocument(Fixtures.Meeting("meeting_end_full"), DateTimeOffset.UnixEpoch), catalog, default);
        Assert.Equal(FieldValue.Absent, result.Values[stars]);
        Assert.Empty(result.Issues);
    }

    [Fact]
    public async Task Document_of_another_type_is_refused_by_name()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => new RuleExtractor().ExtractAsync(new Fax(), Catalog, default));
        Assert.Contains("Fax", e.Message);
        Assert.Contains("FormDocument", e.Message);
        await Assert.ThrowsAsync<ArgumentException>(
            () => new ModelExtractor(new ScriptedChatClient()).ExtractAsync(new Fax(), Catalog, default));
    }

    private static string? Asked(ScriptedChatClient chat) =>
        ((ChatResponseFormatJson)chat.Asked[0].Options.ResponseFormat!).Schema!.Value
            .GetProperty("properties").GetProperty("claims").GetProperty("items").GetProperty("properties").GetProperty("element")
            .GetProperty("description").GetString();

    private sealed record Fax : LeadDocument
    {
        public override string Key => "fax:1";

        public override DocumentKind Kind => DocumentKind.Form;

        public override DateTimeOffset Revision => At;

        public override DateTimeOffset At => DateTimeOffset.UnixEpoch;
    }
}
