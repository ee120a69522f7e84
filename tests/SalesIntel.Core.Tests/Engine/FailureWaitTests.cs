using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>How long an event waits where the provider names no time, and when waiting ends.</summary>
public sealed class FailureWaitTests
{
    private const string Ada = "ada@quill.example";

    private readonly FailureScene scene = new();
    private readonly Pipeline pipeline;

    public FailureWaitTests() => pipeline = scene.Pipeline;

    [Fact]
    public async Task Call_that_was_put_off_without_a_time_is_made_when_the_provider_is_probed_again()
    {
        await scene.FailAsync(new ProviderException("zoho", "credits_reserve", "m") { IsTransient = true, IsPostponed = true });

        await scene.AssertDueAfterAsync(pipeline.Options.ProbeAfter, pipeline.Options.ProbeAfter);
    }

    [Theory]
    [InlineData(ModelBudget.Spent, "model:daily_budget")]
    [InlineData(ModelBudget.Reserved, "model:daily_budget_reserve")]
    public async Task Extraction_that_waits_for_the_budget_is_reported_as_one_incident(string code, string fingerprint)
    {
        await scene.FailAsync(new ProviderException("model", code, "m") { IsTransient = true, IsPostponed = true, RetryAfter = TimeSpan.FromHours(5) });

        Assert.Equal(fingerprint, Assert.Single(pipeline.Alerts.Raised).Fingerprint);
    }

    [Fact]
    public async Task Event_that_was_put_off_says_why_and_until_when_and_nothing_once_it_was_processed()
    {
        var put = await scene.FailAsync(new ProviderException("model", ModelBudget.Spent, "The budget is used up.")
        {
            IsTransient = true, IsPostponed = true, RetryAfter = TimeSpan.FromHours(5),
        });

        Assert.Equal(
            ("The budget is used up. It waits until 2026-11-23T14:00:00Z.", ""), (put.LastError, put.ErrorClass));
        pipeline.Time.Advance(TimeSpan.FromHours(5));
        await pipeline.RunDueAsync();
        var done = (await pipeline.Store.GetAsync(put.EventId, CancellationToken.None))!;
        Assert.Equal((EventStatus.Processed, ""), (done.Status, done.LastError));
    }

    [Fact]
    public async Task Record_that_somebody_holds_is_looked_at_again_after_the_first_wait_where_no_time_is_named()
    {
        await scene.FailAsync(Busy);

        await scene.AssertDueAfterAsync(pipeline.Options.RetryBase, pipeline.Options.RetryBase);
    }

    [Fact]
    public async Task Record_that_somebody_holds_is_looked_at_again_when_the_provider_says()
    {
        await scene.FailAsync(new ProviderException("zoho", "RECORD_LOCKED", "m") { IsTransient = true, IsRecordBusy = true, RetryAfter = TimeSpan.FromMinutes(7) });

        await scene.AssertDueAfterAsync(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(7));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public async Task Wait_for_a_record_ends_after_exactly_its_limit(int milliseconds, int attempts)
    {
        await scene.FailAsync(Busy);
        pipeline.Time.Advance(FailureHandler.LongestBusy + TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(attempts, (await scene.FailAsync(Busy, post: false)).Attempts);
    }

    [Theory]
    [InlineData("OVERLOAD", "OVERLOAD")]
    [InlineData("unexpected_answer", "timeout")]
    public async Task Outage_that_need_not_be_about_the_event_costs_no_attempt(string first, string second)
    {
        await scene.FailAsync(Outage(first));
        pipeline.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, (await scene.FailAsync(Outage(second), post: false)).Attempts);

        static ProviderException Outage(string code) => new("zoho", code, "m") { IsOutage = true, MetClosedCircuit = true };
    }

    [Fact]
    public async Task Store_that_is_away_leaves_the_event_to_whoever_takes_it_next()
    {
        var reader = new LeadReader(pipeline.Store, [new UnreachableSource()], pipeline.Verification);
        var handler = new FailureHandler(
            pipeline.Store, reader, pipeline.Verification, pipeline.Alerts, pipeline.Options, pipeline.Time, NullLogger<FailureHandler>.Instance);
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => handler.HandleAsync(held.Lease, new ProviderException("zoho", "INVALID_DATA", "m")));

        Assert.Equal(EventStatus.Processing, (await held.StoredAsync()).Status);
        Assert.Empty(pipeline.Alerts.Raised);
    }

    private static ProviderException Busy => new("zoho", "RECORD_LOCKED", "m") { IsTransient = true, IsRecordBusy = true };

    // Reads what it needs from the store, as a source of a consumer may.
    private sealed class UnreachableSource : IWebhookSource
    {
        public string Name => "calendly";

        public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

        public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => throw new StoreUnavailableException("Away.");
    }
}
