using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class FailureHandlerTests
{
    private const string Ada = "ada@quill.example";

    private static readonly ProviderException Transient = new("zoho", "timeout", "Zoho took too long.") { IsTransient = true };
    private static readonly ProviderException Permanent = new("zoho", "INVALID_DATA", "Zoho refused a field.");

    private readonly FailureScene scene = new();
    private readonly Pipeline pipeline;

    public FailureHandlerTests() => pipeline = scene.Pipeline;

    [Fact]
    public async Task Transient_failure_is_charged_kept_and_retried_later_without_alert()
    {
        var stored = await scene.FailAsync(Transient);

        Assert.Equal((1, "zoho/timeout", "Zoho took too long."), (stored.Attempts, stored.ErrorClass, stored.LastError));
        Assert.Equal(EventStatus.Queued, stored.Status);
        Assert.Empty(pipeline.Alerts.Raised);
        await scene.AssertDueAfterAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(72));
    }

    [Fact]
    public async Task After_the_last_retry_it_is_dead_and_told()
    {
        var stored = await scene.FailAsync(Transient);
        for (var retry = 1; retry <= pipeline.Options.MaxRetries; retry++)
        {
            Assert.Equal(retry, stored.Attempts);
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            stored = await scene.FailAsync(Transient, post: false);
        }

        Assert.Equal(EventStatus.Failed, stored.Status);
        Assert.Equal("event-failed:zoho/timeout", Assert.Single(pipeline.Alerts.Raised).Fingerprint);
    }

    [Fact]
    public async Task Permanent_failure_is_dead_at_once_and_told_without_personal_data()
    {
        var stored = await scene.FailAsync(Permanent);

        Assert.Equal((EventStatus.Failed, 0), (stored.Status, stored.Attempts));
        var alert = Assert.Single(pipeline.Alerts.Raised);
        Assert.Equal(
            ("A calendly event (invitee.created) failed in stage facts", "zoho/INVALID_DATA: Zoho refused a field.", stored.EventId),
            (alert.Title, alert.Detail, alert.EventId));
        Assert.DoesNotContain("@", alert.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_of_a_dead_event_stay_known()
    {
        await scene.FailAsync(Permanent);

        var lead = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Ada), CancellationToken.None);
        Assert.Equal(("A", Ada), (Assert.IsType<BookingSeen>(Assert.Single(lead.Facts)).Booking.InviteeId, lead.Email));
    }

    [Fact]
    public async Task Outage_costs_no_attempt_and_waits_for_the_probe()
    {
        var stored = await scene.FailAsync(new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true });

        Assert.Equal((0, EventStatus.Queued, "zoho/OVERLOAD"), (stored.Attempts, stored.Status, stored.ErrorClass));
        await scene.AssertDueAfterAsync(pipeline.Options.ProbeAfter, pipeline.Options.ProbeAfter);
    }

    [Fact]
    public async Task Call_that_was_put_off_for_others_costs_no_attempt_however_often_and_is_no_error()
    {
        var postponed = new ProviderException("zoho", "credits_reserve", "m")
        {
            IsTransient = true, IsPostponed = true, RetryAfter = TimeSpan.FromMinutes(10),
        };
        for (var time = 0; time < 200; time++)
        {
            var stored = await scene.FailAsync(postponed, post: time == 0);
            Assert.Equal((0, EventStatus.Queued, ""), (stored.Attempts, stored.Status, stored.ErrorClass));
            await scene.AssertDueAfterAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
            pipeline.Time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Empty(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Extraction_beyond_the_budget_of_the_day_costs_no_attempt_and_is_told()
    {
        var spent = new ProviderException("model", ModelBudget.Spent, "The model's tokens of today are used up.")
        {
            IsTransient = true, IsPostponed = true, RetryAfter = TimeSpan.FromHours(5),
        };

        var stored = await scene.FailAsync(spent);

        Assert.Equal((0, EventStatus.Queued, ""), (stored.Attempts, stored.Status, stored.ErrorClass));
        var alert = Assert.Single(pipeline.Alerts.Raised);
        Assert.Equal(("model:daily_budget", ""), (alert.Fingerprint, alert.EventId));
        await scene.AssertDueAfterAsync(TimeSpan.FromHours(5), TimeSpan.FromHours(5));
    }

    [Fact]
    public async Task Record_that_somebody_holds_is_waited_for_for_hours_without_an_attempt()
    {
        var busy = new ProviderException("zoho", "RECORD_LOCKED", "m") { IsTransient = true, IsRecordBusy = true, RetryAfter = TimeSpan.FromMinutes(5) };
        var stored = await scene.FailAsync(busy);
        var began = pipeline.Time.GetUtcNow();
        while (pipeline.Time.GetUtcNow() - began < FailureHandler.LongestBusy - TimeSpan.FromMinutes(5))
        {
            Assert.Equal((0, EventStatus.Queued, "zoho/RECORD_LOCKED"), (stored.Attempts, stored.Status, stored.ErrorClass));
            pipeline.Time.Advance(TimeSpan.FromMinutes(5));
            stored = await scene.FailAsync(busy, post: false);
        }

        Assert.Empty(pipeline.Alerts.Raised);
        Assert.Equal(began, stored.Ledger[Effects.Wait].At);

        // After that it is a failure like any other.
        for (var retry = 0; retry <= pipeline.Options.MaxRetries; retry++)
        {
            Assert.Equal(retry, stored.Attempts);
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            stored = await scene.FailAsync(busy, post: false);
        }

        Assert.Equal(EventStatus.Failed, stored.Status);
    }

    [Fact]
    public async Task Time_that_a_record_was_held_before_another_failure_does_not_count()
    {
        var busy = new ProviderException("zoho", "RECORD_LOCKED", "m") { IsTransient = true, IsRecordBusy = true };
        await scene.FailAsync(busy);
        pipeline.Time.Advance(FailureHandler.LongestBusy);
        await scene.FailAsync(new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true }, post: false);
        pipeline.Time.Advance(TimeSpan.FromHours(1));

        var stored = await scene.FailAsync(busy, post: false);

        Assert.Equal((0, pipeline.Time.GetUtcNow()), (stored.Attempts, stored.Ledger[Effects.Wait].At));
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("unexpected_answer")]
    public async Task Outage_that_only_one_event_meets_again_and_again_is_about_the_event(string code)
    {
        var stored = await scene.FailAsync(new ProviderException("zoho", code, "m") { IsOutage = true, MetClosedCircuit = true });
        Assert.Equal(0, stored.Attempts);
        pipeline.Time.Advance(TimeSpan.FromHours(1));

        stored = await scene.FailAsync(new ProviderException("zoho", code, "m") { IsOutage = true, MetClosedCircuit = true }, post: false);

        Assert.Equal(1, stored.Attempts);
    }

    [Fact]
    public async Task Outage_never_ends_the_event_however_often()
    {
        var stored = await scene.FailAsync(new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true });
        for (var again = 0; again < 10; again++)
        {
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            stored = await scene.FailAsync(new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true }, post: false);
        }

        Assert.Equal((0, EventStatus.Queued), (stored.Attempts, stored.Status));
        Assert.Empty(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Event_that_times_out_again_although_others_get_through_is_charged()
    {
        var stored = await scene.FailAsync(TimedOut());
        Assert.Equal((0, "zoho/timeout"), (stored.Attempts, stored.ErrorClass));
        for (var again = 1; again <= pipeline.Options.MaxRetries + 1; again++)
        {
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            stored = await scene.FailAsync(TimedOut(), post: false);
        }

        Assert.Equal(EventStatus.Failed, stored.Status);

        static ProviderException TimedOut() => new("zoho", "timeout", "m") { IsTransient = true, IsOutage = true, MetClosedCircuit = true };
    }

    [Fact]
    public async Task Probe_that_times_out_is_not_charged()
    {
        var probe = new ProviderException("zoho", "timeout", "m") { IsTransient = true, IsOutage = true };
        await scene.FailAsync(probe);
        pipeline.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, (await scene.FailAsync(probe, post: false)).Attempts);
    }

    [Fact]
    public async Task Event_whose_facts_can_not_be_read_is_set_aside_all_the_same()
    {
        var reader = new LeadReader(pipeline.Store, [], pipeline.Verification);
        var blind = new FailureHandler(
            pipeline.Store, reader, pipeline.Verification, pipeline.Alerts, pipeline.Options, pipeline.Time, NullLogger<FailureHandler>.Instance);
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        await Assert.ThrowsAnyAsync<Exception>(() => reader.ReadAsync(held.Lease.Event, CancellationToken.None));

        await blind.HandleAsync(held.Lease, Permanent);

        Assert.Equal(EventStatus.Failed, (await held.StoredAsync()).Status);
        Assert.Single(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Open_circuit_costs_nothing_and_leaves_no_error()
    {
        var stored = await scene.FailAsync(new CircuitOpenException(Circuits.Crm, pipeline.Time.GetUtcNow().AddSeconds(7)));

        Assert.Equal((0, "", EventStatus.Queued), (stored.Attempts, stored.LastError, stored.Status));
        await scene.AssertDueAfterAsync(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Event_that_is_somebody_elses_by_now_is_neither_changed_nor_told()
    {
        await using var first = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        await first.ReleaseAsync();
        await using var other = await HeldEvent.TakeAsync(pipeline);

        await scene.Handler.HandleAsync(first.Lease, Permanent);

        Assert.Equal(EventStatus.Processing, (await first.StoredAsync()).Status);
        Assert.Empty(pipeline.Alerts.Raised);
    }

    [Fact]
    public async Task Bug_is_dead_at_once_and_its_message_is_not_shown()
    {
        var stored = await scene.FailAsync(new InvalidOperationException($"about {Ada}"));

        Assert.Equal(("internal/InvalidOperationException", EventStatus.Failed), (stored.ErrorClass, stored.Status));
        Assert.DoesNotContain(Ada, stored.LastError, StringComparison.Ordinal);
    }
}
