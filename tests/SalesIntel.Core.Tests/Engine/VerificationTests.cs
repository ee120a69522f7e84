using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A dry run takes unsigned messages; a real run executes nothing that was not verified, whichever way it comes.</summary>
public sealed class VerificationTests
{
    private const string Ada = "ada@quill.example";
    private const string Mallory = "mallory@quill.example";

    private readonly GateSource calendly = new(new CalendlySource(new CalendlyOptions()));
    private readonly GateSource readAi = new(new ReadAiSource(new ReadAiOptions()));
    private readonly Pipeline pipeline = new(options => options.DryRun = true);

    private static string Booking { get; } = Bodies.Created("A", Ada, 0, 48);

    private static string Forgery { get; } = Bodies.Created("A", Mallory, 0, 96, pain: "Forged");

    public VerificationTests() => pipeline.Webhooks.AllowUnsigned = null;

    [Fact]
    public async Task Dry_run_shows_what_came_unsigned()
    {
        var id = await PostAsync(Booking);
        await pipeline.DrainAsync();

        var stored = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Processed, true, false), (stored.Status, stored.DryRun, stored.Verified));
        Assert.NotEmpty((await pipeline.Reader.GetLeadAsync(LeadKey.FromEmail(Ada), CancellationToken.None)).Facts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_waits_unverified_when_the_real_run_begins_is_set_aside_and_told(int stages)
    {
        var id = await PostAsync(Booking);
        await StepAsync(stages);
        GoLive();
        await pipeline.DrainAsync();

        await AssertSetAsideAsync(id);
    }

    [Fact]
    public async Task Nothing_that_a_forged_message_said_reaches_the_CRM_with_a_genuine_one()
    {
        await PostAsync(Bodies.Created("F", Ada, 500, 96, pain: "Forged"));
        await PostAsync(Bodies.Canceled("F", Ada, 500, 96, canceledMinute: 600));
        await pipeline.DrainAsync();
        GoLive();

        await PostAsync(Booking, SignatureValidationResult.Valid);
        await pipeline.DrainAsync();

        var lead = Assert.Single(pipeline.Crm.Leads).Value;
        Assert.Equal("DemoBooked", (string?)lead["lead_status"]);
        Assert.DoesNotContain("Forged", pipeline.Crm.Snapshot(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public async Task Signed_repeat_takes_the_place_of_the_forged_body_and_runs(int stages)
    {
        var id = await PostAsync(Forgery);
        await StepAsync(stages);
        GoLive();

        var outcome = await pipeline.PostAsync(Signed(), Booking);
        await pipeline.DrainAsync();

        Assert.Equal((IntakeKind.Accepted, id), (outcome.Kind, outcome.EventId));
        var stored = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Processed, false, true), (stored.Status, stored.DryRun, stored.Verified));
        Assert.Equal([Ada], pipeline.Crm.Leads.Values.Select(lead => (string?)lead["email"]));
        Assert.DoesNotContain("Forged", pipeline.Crm.Snapshot(), StringComparison.Ordinal);
        Assert.Equal(IntakeKind.Duplicate, (await pipeline.PostAsync(Signed(), Booking)).Kind);
        Assert.Empty(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Signed_repeat_heals_what_the_real_run_has_set_aside()
    {
        var id = await PostAsync(Forgery);
        GoLive();
        await pipeline.DrainAsync();

        Assert.Equal(IntakeKind.Accepted, (await pipeline.PostAsync(Signed(), Booking)).Kind);
        await pipeline.DrainAsync();

        Assert.Equal(EventStatus.Processed, (await pipeline.EventAsync(id)).Status);
        Assert.Equal(0, (await pipeline.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
    }

    [Fact]
    public async Task Unsigned_repeat_runs_nothing()
    {
        var id = await PostAsync(Booking);
        await pipeline.DrainAsync();
        GoLive();

        var outcome = await pipeline.PostAsync(calendly, Booking);

        Assert.Equal((IntakeKind.Unauthorized, SignatureValidationResult.NotConfigured), (outcome.Kind, outcome.Signature));
        Assert.True((await pipeline.EventAsync(id)).DryRun);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replay_of_what_was_not_verified_is_refused_even_if_somebody_vouches(bool isVouchedFor)
    {
        var id = await PostAsync(Booking);
        await pipeline.DrainAsync();
        GoLive();
        var operations = pipeline.Operations();

        var outcome = await operations.ReplayAsync(id, isVouchedFor, CancellationToken.None);
        var preview = await operations.PreviewAsync(id, CancellationToken.None);
        var some = await operations.ReplayAsync(new EventFilter { Status = EventStatus.Processed }, 5, CancellationToken.None)
            .ThrottledAllAsync(pipeline);

        Assert.Equal((ReplayResult.Unverified, "event/unverified"), (outcome.Result, outcome.ErrorClass));
        Assert.Equal(ReplayResult.Unverified, preview.Result);
        Assert.Equal(ReplayResult.Unverified, Assert.Single(some).Result);
        Assert.Null(await pipeline.Store.ClaimOneAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task Requeued_by_somebody_else_it_is_set_aside()
    {
        var id = await PostAsync(Booking);
        await pipeline.DrainAsync();
        GoLive();
        await pipeline.Store.RequeueAsync(id, Requeueing.FromStart(await pipeline.EventAsync(id)), CancellationToken.None);
        await pipeline.DrainAsync();

        await AssertSetAsideAsync(id);
    }

    [Fact]
    public async Task Unsigned_messages_that_are_expressly_allowed_count_as_verified()
    {
        pipeline.Webhooks.AllowUnsigned = true;
        var id = await PostAsync(Booking);
        Assert.True((await pipeline.EventAsync(id)).Verified);
        GoLive();
        await pipeline.DrainAsync();

        Assert.Single(pipeline.Crm.Leads);
    }

    [Fact]
    public async Task Unsigned_messages_that_are_expressly_refused_are_not_taken_in_dry_run_either()
    {
        pipeline.Webhooks.AllowUnsigned = false;

        Assert.Equal(IntakeKind.Unauthorized, (await pipeline.PostAsync(calendly, Booking)).Kind);
    }

    [Fact]
    public async Task Lead_that_an_unverified_report_was_given_to_does_not_bind_the_verified_one()
    {
        await pipeline.PostAsync(readAi, Bodies.Meeting("M", Mallory, 0));
        await pipeline.DrainAsync();
        Assert.Null(await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        GoLive();

        readAi.Answer = SignatureValidationResult.Valid;
        await pipeline.PostAsync(readAi, Bodies.Meeting("M", Ada, 0));
        await pipeline.DrainAsync();

        Assert.Equal([Ada], pipeline.Crm.Leads.Values.Select(lead => (string?)lead["email"]));
    }

    [Fact]
    public async Task Event_of_before_that_waits_runs()
    {
        await BeforeAsync(EventStatus.Queued);
        GoLive();
        await pipeline.DrainAsync();

        Assert.Single(pipeline.Crm.Leads);
        Assert.Empty(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Event_of_before_that_a_dry_run_had_is_run_by_its_signed_repeat_alone()
    {
        var id = await BeforeAsync(EventStatus.Processed, dryRun: true);
        var other = await BeforeAsync(EventStatus.Processed, dryRun: true, invitee: "B");
        GoLive();
        await pipeline.Store.RequeueAsync(id, Requeueing.FromStart(await pipeline.EventAsync(id)), CancellationToken.None);
        await pipeline.DrainAsync();
        await AssertSetAsideAsync(id);

        Assert.Equal(IntakeKind.Accepted, (await pipeline.PostAsync(Signed(), Bodies.Created("B", Ada, 0, 48))).Kind);
        await pipeline.DrainAsync();
        Assert.Equal((EventStatus.Processed, true), (await pipeline.EventAsync(other) is var stored ? stored.Status : default, stored.Verified));
        Assert.Single(pipeline.Crm.Leads);
    }

    [Fact]
    public async Task Event_of_before_that_was_done_for_real_is_not_done_again_for_a_signed_repeat()
    {
        await BeforeAsync(EventStatus.Processed);
        GoLive();

        Assert.Equal(IntakeKind.Duplicate, (await pipeline.PostAsync(Signed(), Booking)).Kind);
        Assert.Null(await pipeline.Store.ClaimOneAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task Replay_of_an_event_of_before_needs_somebody_who_vouches_for_it()
    {
        var id = await BeforeAsync(EventStatus.Failed);
        GoLive();
        var operations = pipeline.Operations();

        var asked = await operations.ReplayAsync(id, CancellationToken.None);
        Assert.Equal((ReplayResult.Unverified, "event/unverified"), (asked.Result, asked.ErrorClass));

        Assert.Equal(ReplayResult.Requeued, (await operations.ReplayAsync(id, isVouchedFor: true, CancellationToken.None)).Result);
        await pipeline.DrainAsync();
        Assert.Single(pipeline.Crm.Leads);
        Assert.True((await pipeline.EventAsync(id)).Verified);
    }

    private void GoLive() => pipeline.Options.DryRun = false;

    private GateSource Signed()
    {
        calendly.Answer = SignatureValidationResult.Valid;
        return calendly;
    }

    private async Task<string> PostAsync(string body, SignatureValidationResult answer = SignatureValidationResult.NotConfigured)
    {
        calendly.Answer = answer;
        var outcome = await pipeline.PostAsync(calendly, body);
        Assert.Equal(IntakeKind.Accepted, outcome.Kind);
        return outcome.EventId;
    }

    private async Task StepAsync(int stages)
    {
        for (var stage = 0; stage < stages; stage++)
        {
            await pipeline.StepAsync();
        }
    }

    /// <summary>A booking as it was kept before it was kept whether it was verified.</summary>
    private async Task<string> BeforeAsync(EventStatus status, bool dryRun = false, string invitee = "A")
    {
        var stored = Told.Event(Bodies.Created(invitee, Ada, 0, 48)) with { Status = EventStatus.Processed, DryRun = dryRun };
        if (status == EventStatus.Queued)
        {
            pipeline.Store.Put(stored);
            await pipeline.Store.RequeueAsync(stored.EventId, Requeueing.FromStart(stored), CancellationToken.None);
        }
        else
        {
            await PostAsync(Bodies.Created(invitee, Ada, 0, 48));
            await pipeline.DrainAsync();
            pipeline.Store.Put(stored with { Status = status });
        }

        return stored.EventId;
    }

    private async Task AssertSetAsideAsync(string id)
    {
        var stored = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Failed, "event/unverified"), (stored.Status, stored.ErrorClass));
        Assert.Equal("event-failed:event/unverified", Assert.Single(pipeline.Alerts.Raised).Fingerprint);
        Assert.Empty(pipeline.Crm.Writes);
    }
}
