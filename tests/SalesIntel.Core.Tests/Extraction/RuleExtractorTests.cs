using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public class RuleExtractorTests
{
    private static readonly RuleExtractor Rules = new(
        new ExtractionOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] }, null,
        NullLogger<RuleExtractor>.Instance);

    [Fact]
    public async Task Meddic_of_the_full_meeting_names_what_the_ground_truth_names()
    {
        var result = await Rules.ExtractMeddicAsync(Fixtures.Meeting("meeting_end_full"), default);
        var meddic = result.Value;

        Assert.Equal("rules", result.Source);
        Assert.Equal(0, result.Calls);
        Assert.Contains("Helene Okonkwo-Reyes, our VP of Operations", meddic.EconomicBuyer.Value);
        Assert.StartsWith("Rosalind Achterberg:", meddic.Champion.Value);
        Assert.Contains("ProofHarbor", meddic.Competition.Value);
        Assert.Contains("Artivault", meddic.Competition.Value);
        Assert.Contains("nineteen working days", meddic.Metrics.Value);
        Assert.Contains("hundred and eighty-six thousand dollars", meddic.Metrics.Value);
        Assert.Contains("Price under the thirty thousand", meddic.DecisionCriteria.Value);
        Assert.Contains("Thursday the seventeenth of December", meddic.DecisionProcess.Value);
        Assert.NotEmpty(meddic.IdentifiedPain.Value);
        Assert.Equal(5, meddic.NextSteps.Count);
        Assert.NotEmpty(meddic.Risks);
    }

    [Fact]
    public async Task Meddic_of_the_long_meeting_takes_the_correction_and_not_the_guess()
    {
        var meddic = (await Rules.ExtractMeddicAsync(Fixtures.Meeting("meeting_end_long"), default)).Value;

        Assert.Contains("Wilhelmina Adeyemi-Strand", meddic.EconomicBuyer.Value);
        Assert.DoesNotContain("Lysander Quaye", meddic.EconomicBuyer.Value);
        Assert.Contains("fourteenth of January", meddic.DecisionProcess.Value);
        Assert.DoesNotContain("meets on Thursday, January twenty-first", meddic.DecisionProcess.Value);
        Assert.StartsWith("Odalys Brennecke:", meddic.Champion.Value);
        Assert.Contains("Stampede", meddic.Competition.Value);
        Assert.Contains("warning letter", meddic.IdentifiedPain.Value);
    }

    [Theory]
    [InlineData("meeting_end_full")]
    [InlineData("meeting_end_long")]
    [InlineData("meeting_end_hostile_text")]
    [InlineData("meeting_end_no_emails")]
    public async Task Every_element_quotes_a_turn_word_for_word(string name)
    {
        var meeting = Fixtures.Meeting(name);
        var meddic = (await Rules.ExtractMeddicAsync(meeting, default)).Value;
        MeddicElement[] elements =
        [
            meddic.Metrics, meddic.EconomicBuyer, meddic.DecisionCriteria, meddic.DecisionProcess, meddic.IdentifiedPain,
            meddic.Champion, meddic.Competition,
        ];
        foreach (var element in elements.Where(e => e.Value.Length > 0))
        {
            var turn = meeting.Transcript[element.Turn!.Value - 1];
            Assert.Contains(element.Quote, turn.Text);
            Assert.Equal(turn.Speaker, element.Speaker);
            Assert.Equal(turn.At, element.At);
            Assert.Equal(Grounding.Confirmed, element.Grounding);
        }

        Assert.NotEmpty(meddic.IdentifiedPain.Value);
    }

    [Fact]
    public async Task Words_to_the_reader_are_no_evidence()
    {
        var result = await Rules.ExtractMeddicAsync(Fixtures.Meeting("meeting_end_hostile_text"), default);
        var json = System.Text.Json.JsonSerializer.Serialize(result.Value, ExtractionJsonContext.Default.MeddicAssessment);

        Assert.DoesNotContain("ignore all earlier", json);
        Assert.DoesNotContain("one million", json);
        Assert.Contains("seven thousand", result.Value.Metrics.Value);
    }

    [Fact]
    public async Task Without_a_transcript_the_report_is_read_and_nothing_has_evidence()
    {
        var meeting = Fixtures.Meeting("meeting_end_full") with { Transcript = [] };
        var result = await Rules.ExtractMeddicAsync(meeting, default);

        Assert.Contains("nineteen working days", result.Value.Metrics.Value);
        Assert.Equal("", result.Value.Metrics.Quote);
        Assert.Equal(Grounding.None, result.Value.Metrics.Grounding);
        Assert.Equal(["transcript: there is none, so that nothing has evidence"], result.Issues);
    }

    [Fact]
    public async Task Without_internal_domains_the_owners_domain_is_internal()
    {
        var rules = new RuleExtractor(new ExtractionOptions(), null, NullLogger<RuleExtractor>.Instance);
        var meddic = (await rules.ExtractMeddicAsync(Fixtures.Meeting("meeting_end_full"), default)).Value;
        Assert.StartsWith("Rosalind Achterberg:", meddic.Champion.Value);
    }

    [Fact]
    public async Task Intel_of_a_full_booking()
    {
        var intel = (await Rules.ExtractIntelAsync(Fixtures.Booking(), default)).Value;

        Assert.Equal("Harrow & Pine Organics", intel.CompanyName);
        Assert.Equal("harrowpine.example (inferred from the mail domain)", intel.CompanyWebsite);
        Assert.Equal("51-200", intel.TeamSize);
        Assert.Equal("United States (inferred from the time zone)", intel.Country);
        Assert.Equal("2026-11-18T15:00:00Z", intel.DemoDateTimeUtc);
        Assert.Equal("2026-11-18 10:00 -05:00 America/New_York", intel.DemoDateTimeLocal);
        Assert.StartsWith("Label sign-off takes almost four weeks", intel.StatedPainPoints);
        Assert.Equal("FDA label rules\nAllergen statements\nAgency feedback", intel.StatedDemoObjectives);
        Assert.Equal("Packaging Design Manager", intel.BantAuthoritySignal);
        Assert.Equal("Timing: no signal in the booking", intel.QualificationGaps);
        Assert.Contains("Is there a date that makes this important?", intel.RecommendedDiscoveryQuestions);
        Assert.Contains("without a language model", intel.SalesRepCheatSheet);
    }

    [Theory]
    [InlineData("sunniva@gmail.com", "", "")]
    [InlineData("sunniva@googlemail.com", "", "")]
    [InlineData("s@saltmarsh-provisions.co.uk", "Saltmarsh Provisions (inferred from the mail domain)",
        "saltmarsh-provisions.co.uk (inferred from the mail domain)")]
    public async Task Company_comes_from_the_mail_domain_but_never_from_free_mail(string email, string company, string website)
    {
        var intel = (await Rules.ExtractIntelAsync(Fixtures.BookingWith(email), default)).Value;
        Assert.Equal(company, intel.CompanyName);
        Assert.Equal(website, intel.CompanyWebsite);
        Assert.Equal("Germany (inferred from the time zone)", intel.Country);
        Assert.Equal(("Sunniva", "Hartley"), (intel.FirstName, intel.LastName));
    }

    [Fact]
    public async Task Answers_go_to_the_field_their_question_is_about()
    {
        var intel = (await Rules.ExtractIntelAsync(Fixtures.BookingWith(
            "a@b.example",
            ("How did you hear about us?", "A colleague at a fair"),
            ("Company website", "=HYPERLINK(\"https://attacker.example\")"),
            ("Which tools are you currently using?", "Email and PDFs"),
            ("Phone number", "+49 30 1234"),
            ("What budget do you have?", "20k EUR"),
            ("When do you want to start?", "By the end of January"),
            ("Favourite colour", "Green")), default)).Value;

        Assert.Equal("A colleague at a fair", intel.ReferredBy);
        Assert.Equal("b.example (inferred from the mail domain)", intel.CompanyWebsite);
        Assert.Equal("Email and PDFs", intel.ToolsInUse);
        Assert.Equal("+49 30 1234", intel.Phone);
        Assert.StartsWith("20k EUR", intel.BantBudgetSignal);
        Assert.Equal("By the end of January", intel.BantTimingSignal);
        Assert.Equal("Favourite colour: Green", intel.AdditionalNotes);
    }

    [Fact]
    public async Task Every_booking_fixture_is_read_within_the_limits()
    {
        var files = Directory.GetFiles(Fixtures.Path("calendly"), "invitee_created*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var intel = (await Rules.ExtractIntelAsync(Fixtures.Booking(Path.GetFileNameWithoutExtension(file)), default)).Value;
            Assert.NotEmpty(intel.SalesRepCheatSheet);
            Assert.All(typeof(LeadIntel).GetProperties(), p => Assert.True(((string)p.GetValue(intel)!).Length <= 8_000, p.Name));
        }
    }
}
