using System.IO.Compression;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What tests/fixtures/field/README.md says that each input must give, from the signed body to the CRM, without a model.</summary>
public sealed class FieldInputTests
{
    private static readonly QualificationFramework Meddic = QualificationFrameworks.Meddic;
    private static readonly TeamOptions Team = new() { InternalDomains = ["govisually.com", "clockworkstudio.com"] };

    private readonly FieldRun run = new();

    [Fact]
    public async Task C01_number_of_an_outbound_call_is_the_phone()
    {
        await run.SendAsync("c01_outbound_call");

        Assert.Equal("+33612345678", run.Field("cora@mailbox-c01.example", LeadFields.Phone));
    }

    [Fact]
    public async Task C02_phone_and_company_are_known_from_French_answers_before_anything_is_extracted()
    {
        await run.ReceiveAsync(Fixtures.Bytes("field/c02_phone_in_answer_fr"), null, null);
        await run.DrainAsync(stages: 1);

        Assert.Equal("+33798765432", run.Field("luc@mailbox-c02.example", LeadFields.Phone));
        Assert.Equal("Atelier Nord", run.Field("luc@mailbox-c02.example", LeadFields.CompanyName));
        await run.DrainAsync();
        Assert.Equal("+33798765432", run.Field("luc@mailbox-c02.example", LeadFields.Phone));
        Assert.Equal("Atelier Nord", run.Field("luc@mailbox-c02.example", LeadFields.CompanyName));
    }

    [Theory]
    [InlineData("c03_last_comma_first", "hans@corp-c03.example", "Hans", "Müller")]
    [InlineData("c05_suffix", "john@corp-c05.example", "John Henry", "Johnson")]
    [InlineData("c06_email_as_name", "pat.doe@corp-c06.example", "", "pat.doe")]
    public async Task C03_C05_C06_name_is_split(string file, string email, string first, string last)
    {
        await run.SendAsync(file);

        Assert.Equal((first, last), (run.Field(email, LeadFields.FirstName), run.Field(email, LeadFields.LastName)));
    }

    [Fact]
    public async Task C16_body_inside_of_a_body_is_read()
    {
        var stored = await run.SendAsync("c16_object_wrapped");

        Assert.Equal((EventStatus.Processed, "invitee.created", "INC16o"), (stored.Status, stored.EventType, stored.ExternalId));
        Assert.Single(run.Leads);
        Assert.Equal("DemoBooked", run.Field(run.Leads.Single(), DemoFields.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C18_gzip_is_accepted_and_read_whichever_bytes_are_signed(bool overPlain)
    {
        var body = File.ReadAllBytes(Fixtures.Path("field/c18_gzip.json.gz"));
        using var unpacked = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(unpacked);
        }

        var outcome = await run.ReceiveAsync(body, "gzip", overPlain ? unpacked.ToArray() : null);
        await run.DrainAsync();

        Assert.Equal(IntakeKind.Accepted, outcome.Kind);
        Assert.Equal(["zed@corp-c18.example"], run.Leads);
    }

    [Fact]
    public async Task C20_company_that_is_nothing_is_no_company()
    {
        await run.SendAsync("c20_company_na");

        Assert.Equal("", run.Field(run.Leads.Single(), LeadFields.CompanyName));
    }

    [Fact]
    public async Task R01_turns_are_in_the_order_of_their_time_in_prompt_evidence_and_note()
    {
        await run.SendAsync("r01_rest_turns_newest_first");

        var meeting = Meeting("r01_rest_turns_newest_first");
        Assert.Equal(["What is", "We plann", "No, wait"], meeting.Transcript.Select(turn => turn.Text[..8].TrimEnd()));
        var prompt = Prompt(meeting);
        Assert.Contains(
            "[1] Rep One: What is your budget?\n[2] Ann Lee: We planned ten thousand dollars.\n[3] Ann Lee: No, wait", prompt, StringComparison.Ordinal);
        var lead = await run.LeadAsync("ann@corp-r01.example");
        foreach (var claim in Meddic.Elements.SelectMany(element => lead.Values[Meddic.FieldOf(element)].Claims))
        {
            Assert.Equal(meeting.Transcript[claim.Turn!.Value - 1].At, claim.At);
            Assert.Contains(claim.Quote, meeting.Transcript[claim.Turn.Value - 1].Text, StringComparison.Ordinal);
        }

        Assert.Single(run.Crm.Notes, note => note.Title.Contains("Product demo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R02_lead_is_who_attended()
    {
        await run.SendAsync("r02_rest_not_attended");

        Assert.Equal(["ann@corp-r02.example"], run.Leads);
        Assert.DoesNotContain(run.Crm.Notes, note => note.Content.Contains("Big Boss", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R04_report_inside_of_the_session_is_read()
    {
        await run.SendAsync("r04_id_at_root_rest_nested");

        Assert.Equal(["alice@corp-r04.example"], run.Leads);
        var note = Assert.Single(run.Crm.Notes);
        Assert.Contains("Renewal was discussed.", note.Content, StringComparison.Ordinal);
        Assert.Contains("Send a quarterly quote", note.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r05_1_booking", "r05_2_guest_without_email_rep_with")]
    [InlineData("r05_2_guest_without_email_rep_with", "r05_1_booking")]
    public async Task R05_guest_without_an_address_is_who_booked_that_hour(string first, string second)
    {
        await run.SendAsync(first);
        await run.SendAsync(second);

        var booked = await BookedAsync("r05_1_booking");
        Assert.Equal(booked, await run.Store.GetMeetingLeadAsync("01R05", CancellationToken.None));
        Assert.Equal("DemoComplete", run.Field(booked, DemoFields.Status));
        Assert.Null((await run.LeadAsync("rep@govisually.com")).Status);
        if (first == "r05_1_booking")
        {
            Assert.Equal([booked], run.Leads);
        }
    }

    [Theory]
    [InlineData("r06_1_booking_with_guest", "r06_2_guest_has_email_invitee_has_not")]
    [InlineData("r06_2_guest_has_email_invitee_has_not", "r06_1_booking_with_guest")]
    public async Task R06_guest_of_a_booking_belongs_to_the_invitees_lead(string first, string second)
    {
        await run.SendAsync(first);
        await run.SendAsync(second);

        Assert.Equal("kai@corp-r06.example", await run.Store.GetMeetingLeadAsync("01R06", CancellationToken.None));
        Assert.Equal("DemoComplete", run.Field("kai@corp-r06.example", DemoFields.Status));
        Assert.Null((await run.LeadAsync("cto@corp-r06.example")).Status);
        if (first == "r06_1_booking_with_guest")
        {
            Assert.Equal(["kai@corp-r06.example"], run.Leads);
        }
    }

    [Theory]
    [InlineData("r07_bracketed_names", "ann@corp-r07.example")]
    [InlineData("r07_rep_claim_bracketed", "ann@corp-r07d.example")]
    [InlineData("r19_rep_at_subdomain", "ann@corp-r19.example")]
    public async Task R07_R19_nothing_that_the_rep_says_becomes_the_customers(string file, string email)
    {
        await run.SendAsync(file);

        Assert.Equal([email], run.Leads);
        var meeting = Meeting(file);
        var sides = new MeetingSides(meeting, Team);
        Assert.Equal([MeetingSide.Seller, MeetingSide.Buyer], meeting.Transcript.Take(2).Select(turn => sides.OfSpeaker(turn.Speaker)));
        var lead = await run.LeadAsync(email);
        Assert.All(
            Meddic.Elements.SelectMany(element => lead.Values[Meddic.FieldOf(element)].Claims),
            claim => Assert.Equal(MeetingSide.Buyer, sides.OfSpeaker(claim.Speaker)));
        Assert.DoesNotContain("forty hours", lead.Values[Some.Meddic("metrics")].Text, StringComparison.Ordinal);
        var note = Assert.Single(run.Crm.Notes).Content;
        Assert.DoesNotContain("forty hours", note, StringComparison.Ordinal);
        Assert.Contains("OUR TEAM\n- Rep", note, StringComparison.Ordinal);
        Assert.Matches(@"participant: Rep \w+ \([a-z.]*govisually\.com, seller\)", Prompt(meeting));
    }

    [Fact]
    public async Task R08_lists_and_transcript_kept_as_text_are_unpacked()
    {
        await run.SendAsync("r08_stringified_fields");

        Assert.Equal(["ann@corp-r08.example"], run.Leads);
        var meeting = Meeting("r08_stringified_fields");
        Assert.Equal(4, meeting.Transcript.Count);
        Assert.Equal(
            ("Send the quote", "What does it cost?", "Pricing", "Intro", "rep@govisually.com"),
            (meeting.ActionItems.Single(), meeting.KeyQuestions.Single(), meeting.Topics.Single(), meeting.Chapters.Single().Title, meeting.Owner!.Email));
    }

    [Fact]
    public async Task R14_second_push_heals_the_first_ones_dead_letter()
    {
        var first = await run.SendAsync("r14_1_push_without_emails");
        Assert.Equal((EventStatus.Failed, "event/no-email"), (first.Status, first.ErrorClass));

        var second = await run.SendAsync("r14_2_push_with_emails");

        Assert.Equal(EventStatus.Processed, second.Status);
        Assert.Equal(["ann@corp-r14.example"], run.Leads);
        var healed = (await run.Store.GetAsync(first.EventId, CancellationToken.None))!;
        Assert.Equal((EventStatus.Ignored, "event/superseded"), (healed.Status, healed.ErrorClass));
        Assert.Equal(0, (await run.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
        Assert.Equal([false, true], run.Alerts.Raised.Where(alert => alert.Fingerprint == "event-failed:event/no-email").Select(alert => alert.IsAllClear));
    }

    [Theory]
    [InlineData("r15_flat_clock_bar_name", "0 10 20 30")]
    [InlineData("r15_flat_name_clock_colon", "0 10 20 30")]
    [InlineData("r15_flat_markdown_bold", "")]
    public async Task R15_flat_transcript_has_turns_with_speaker_and_time(string file, string seconds)
    {
        await run.SendAsync(file);

        Assert.Single(run.Leads);
        var meeting = Meeting(file);
        Assert.Equal(["Rep One", "Ann Fox", "Rep One", "Ann Fox"], meeting.Transcript.Select(turn => turn.Speaker));
        Assert.Equal(seconds, string.Join(' ', meeting.Transcript.Select(turn => (turn.At - meeting.Start)?.TotalSeconds).OfType<double>()));
    }

    [Fact]
    public void Every_input_is_sent_by_a_test()
    {
        var text = File.ReadAllText(Fixtures.Path("../SalesIntel.Core.Tests/Engine/FieldInputTests.cs"));

        Assert.All(Fixtures.Files("field").Append("c18_gzip"), file => Assert.Matches($"\"(field/)?{file}(\\.json\\.gz)?\"", text));
    }

    private static Meeting Meeting(string file) => new ReadAiSource(new ReadAiOptions()).Read(Fixtures.Bytes($"field/{file}")).Meeting()!;

    private static string Prompt(Meeting meeting) => new ConversationPrompt(FieldCatalog.Default).For(meeting, new ExtractionOptions(), Team).Windows[0].Data;

    private static async Task<string> BookedAsync(string file)
    {
        var other = new FieldRun();
        await other.SendAsync(file);
        return other.Leads.Single();
    }
}
