using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public class RuleExtractorTests
{
    private static readonly RuleExtractor Rules =
        new(team: new TeamOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] });

    [Fact]
    public async Task Meddic_of_the_full_meeting_names_what_the_ground_truth_names()
    {
        var result = await ReadAsync(Fixtures.Meeting("meeting_end_full"));
        var meddic = result;

        Assert.Equal((ExtractionMethod.Rules, 0, "rules-9"), (result.ReadBy, result.Calls, result.PromptVersion));
        Assert.Contains("Helene Okonkwo-Reyes, our VP of Operations", Element(meddic, "economic_buyer").Text);
        Assert.Contains("I have been asking for this since last year", Element(meddic, "champion").Text);
        Assert.Contains(Element(meddic, "champion").Claims, claim => claim.Speaker == "Rosalind Achterberg");
        Assert.Contains("ProofHarbor", Element(meddic, "competition").Text);
        Assert.Contains("Artivault", Element(meddic, "competition").Text);
        Assert.Contains("nineteen working days", Element(meddic, "metrics").Text);
        Assert.Contains("hundred and eighty-six thousand dollars", Element(meddic, "metrics").Text);
        Assert.Contains("Price under the thirty thousand", Element(meddic, "decision_criteria").Text);
        Assert.Contains("Thursday the seventeenth of December", Element(meddic, "decision_process").Text);
        Assert.NotEmpty(Element(meddic, "identified_pain").Text);
        Assert.Equal(5, meddic.Values[MeetingFields.NextSteps].Text.Split('\n').Length);
        Assert.NotEmpty(meddic.Values[MeetingFields.Risks].Text);
    }

    [Fact]
    public async Task Meddic_of_the_long_meeting_takes_the_correction_and_not_the_guess()
    {
        var meddic = await ReadAsync(Fixtures.Meeting("meeting_end_long"));

        Assert.Contains("Wilhelmina Adeyemi-Strand", Element(meddic, "economic_buyer").Text);
        Assert.DoesNotContain("Lysander Quaye", Element(meddic, "economic_buyer").Text);
        Assert.Contains("fourteenth of January", Element(meddic, "decision_process").Text);
        Assert.DoesNotContain("meets on Thursday, January twenty-first", Element(meddic, "decision_process").Text);
        Assert.All(Element(meddic, "champion").Claims, claim => Assert.Equal("Odalys Brennecke", claim.Speaker));
        Assert.Contains("Stampede", Element(meddic, "competition").Text);
        Assert.Contains("warning letter", Element(meddic, "identified_pain").Text);
    }

    [Theory]
    [InlineData("meeting_end_full")]
    [InlineData("meeting_end_long")]
    [InlineData("meeting_end_hostile_text")]
    public async Task Every_element_quotes_a_turn_word_for_word(string name)
    {
        var meeting = Fixtures.Meeting(name);
        var meddic = await ReadAsync(meeting);
        var values = QualificationFrameworks.Meddic.Elements.Select(element => Element(meddic, element.Name));
        foreach (var value in values.Where(value => value.IsKnown))
        {
            Assert.NotEmpty(value.Claims);
            Assert.All(value.Claims, claim =>
            {
                var turn = meeting.Transcript[claim.Turn!.Value - 1];
                Assert.Contains(claim.Quote, turn.Text);
                Assert.Equal((turn.Speaker, turn.At, ClaimSupport.Supported), (claim.Speaker, claim.At, claim.Support));
            });
        }

        Assert.Contains(values, value => value.Text.Length > 0);
    }

    [Fact]
    public async Task Words_to_the_reader_are_no_evidence()
    {
        var result = await ReadAsync(Fixtures.Meeting("meeting_end_hostile_text"));
        var text = string.Join('\n', result.Values.SelectMany(value => value.Value.Claims.Select(claim => claim.Quote).Append(value.Value.Text)));

        Assert.DoesNotContain("ignore all earlier", text);
        Assert.DoesNotContain("one million", text);
        Assert.Contains("seven thousand", Element(result, "metrics").Text);
    }

    [Fact]
    public async Task Without_a_transcript_nothing_is_proven()
    {
        var result = await ReadAsync(Fixtures.Meeting("meeting_end_full") with { Transcript = [] });

        Assert.All(QualificationFrameworks.Meddic.Elements, element => Assert.Equal(FieldValue.Absent, Element(result, element.Name)));
        Assert.Equal(5, result.Values[MeetingFields.NextSteps].Text.Split('\n').Length);
        Assert.Equal(["transcript: there is none, so that nothing has evidence"], result.Issues);
    }

    [Fact]
    public async Task Nobody_is_a_buyer_where_nobody_is_known_to_sell()
    {
        var result = await ReadAsync(Fixtures.Meeting("meeting_end_no_emails"));
        Assert.All(QualificationFrameworks.Meddic.Elements, element => Assert.False(Element(result, element.Name).IsKnown));
        Assert.Equal(UnreadReason.CustomerUnknown, result.Unread);
    }

    [Fact]
    public async Task Without_internal_domains_the_owners_domain_is_internal()
    {
        var meddic = await new RuleExtractor()
            .ExtractAsync(
                new MeetingDocument(Fixtures.Meeting("meeting_end_full"), DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);
        Assert.Contains(Element(meddic, "champion").Claims, claim => claim.Speaker == "Rosalind Achterberg");
    }

    [Fact]
    public async Task Intel_of_a_full_booking()
    {
        var intel = (await ReadAsync(Fixtures.Booking())).Values;

        Assert.Equal("Harrow & Pine Organics", intel[LeadFields.CompanyName].Text);
        Assert.Equal(("harrowpine.example", "the mail domain"), Origin(intel[LeadFields.CompanyWebsite]));
        Assert.Equal("51-200", intel[LeadFields.TeamSize].Text);
        Assert.Equal(("United States", "the time zone"), Origin(intel[LeadFields.Country]));
        Assert.Equal("2026-11-18T15:00:00Z", intel[LeadFields.DemoDateTimeUtc].Text);
        Assert.Equal("2026-11-18 10:00 -05:00 America/New_York", intel[LeadFields.DemoDateTimeLocal].Text);
        Assert.StartsWith("Label sign-off takes almost four weeks", intel[LeadFields.PainPoints].Text);
        Assert.Equal("FDA label rules\nAllergen statements\nAgency feedback", intel[LeadFields.DemoObjectives].Text);
        Assert.Equal("Packaging Design Manager", intel[LeadFields.AuthoritySignal].Text);
        Assert.Equal("Budget: no signal in the booking\nTiming: no signal in the booking", intel[LeadFields.QualificationGaps].Text);
        Assert.Contains("Is there a date that makes this important?", intel[LeadFields.DiscoveryQuestions].Text);
        Assert.Contains("without a language model", intel[LeadFields.CheatSheet].Text);
    }

    [Theory]
    [InlineData("sunniva@gmail.com", "", "", "")]
    [InlineData("sunniva@googlemail.com", "", "", "")]
    [InlineData("s@saltmarsh-provisions.co.uk", "Saltmarsh Provisions", "saltmarsh-provisions.co.uk", "the mail domain")]
    public async Task Company_comes_from_the_mail_domain_but_never_from_free_mail(string email, string company, string website, string from)
    {
        var intel = (await ReadAsync(Fixtures.BookingWith(email))).Values;
        Assert.Equal((company, from), Origin(intel[LeadFields.CompanyName]));
        Assert.Equal((website, from), Origin(intel[LeadFields.CompanyWebsite]));
        Assert.Equal(("Germany", "the time zone"), Origin(intel[LeadFields.Country]));
        Assert.Equal(("Sunniva", "Hartley"), (intel[LeadFields.FirstName].Text, intel[LeadFields.LastName].Text));
    }

    [Theory]
    [InlineData("Müller, Hans", "", "", "Hans", "Müller")]
    [InlineData("", "John Henry", "Johnson Jr.", "John Henry", "Johnson")]
    [InlineData("pat.doe@quill.example", "", "", "", "")]
    public async Task Name_is_split_where_all_names_are(string name, string first, string last, string expectedFirst, string expectedLast)
    {
        var values = (await ReadAsync(Fixtures.BookingWith("a@b.example") with { Name = name, FirstName = first, LastName = last })).Values;
        Assert.Equal((expectedFirst, expectedLast), (values[LeadFields.FirstName].Text, values[LeadFields.LastName].Text));
    }

    [Fact]
    public async Task Answers_go_to_the_field_their_question_is_about()
    {
        var intel = (await ReadAsync(Fixtures.BookingWith(
            "a@b.example",
            ("How did you hear about us?", "A colleague at a fair"),
            ("Company website", "=HYPERLINK(\"https://attacker.example\")"),
            ("Which tools are you currently using?", "Email and PDFs"),
            ("Phone number", "+49 30 1234"),
            ("What budget do you have?", "20k EUR"),
            ("When do you want to start?", "By the end of January"),
            ("Favourite colour", "Green")))).Values;

        Assert.Equal("A colleague at a fair", intel[LeadFields.ReferredBy].Text);
        Assert.Equal(("b.example", "the mail domain"), Origin(intel[LeadFields.CompanyWebsite]));
        Assert.Equal("Email and PDFs", intel[LeadFields.ToolsInUse].Text);
        Assert.Equal("+49 30 1234", intel[LeadFields.Phone].Text);
        Assert.StartsWith("20k EUR", intel[LeadFields.BudgetSignal].Text);
        Assert.Equal("By the end of January", intel[LeadFields.TimingSignal].Text);
        Assert.Equal("Favourite colour: Green", intel[LeadFields.AdditionalNotes].Text);
    }

    [Fact]
    public async Task Every_booking_fixture_is_read_within_the_limits()
    {
        var files = Directory.GetFiles(Fixtures.Path("calendly"), "invitee_created*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var intel = (await ReadAsync(Fixtures.Booking(Path.GetFileNameWithoutExtension(file)))).Values;
            Assert.NotEmpty(intel[LeadFields.CheatSheet].Text);
            Assert.All(intel, value => Assert.True(
                value.Value.Text.Length is > 0 and var length && length <= (value.Key == LeadFields.CheatSheet.Name ? 8_000 : 4_000),
                $"{Path.GetFileName(file)}: {value}"));
        }
    }

    private static (string, string) Origin(FieldValue value) => (value.Text, value.InferredFrom);

    private static FieldValue Element(ExtractionResult result, string name) => result.Values[$"meddic_{name}"];

    private static Task<ExtractionResult> ReadAsync(Booking booking) =>
        Rules.ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default);

    private static Task<ExtractionResult> ReadAsync(Meeting meeting) =>
        Rules.ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default);
}
