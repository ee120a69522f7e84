using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Which facts of an event that is set aside are kept with its lead: those that are believed, and surely of this lead.</summary>
public sealed class DeadEventFactsTests
{
    private const string Ada = "ada@quill.example";

    private static readonly ProviderException Refused = new("zoho", "INVALID_DATA", "Zoho refused a field.");

    private readonly Pipeline pipeline = new();

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Facts_that_were_not_verified_are_not_kept(bool isTakenInDryRun, bool kept)
    {
        // Taken in dry run without a check of the signature, set aside in a real run.
        (pipeline.Webhooks.AllowUnsigned, pipeline.Options.DryRun) = (isTakenInDryRun ? null : true, isTakenInDryRun);
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        (pipeline.Webhooks.AllowUnsigned, pipeline.Options.DryRun) = (null, false);

        await FailAsync(held.Lease);

        Assert.Equal((EventStatus.Failed, kept ? 1 : 0), ((await held.StoredAsync()).Status, await FactsAsync(Ada)));
    }

    [Theory]
    [InlineData(LedgerState.Done, true)]
    [InlineData(LedgerState.DryRun, false)]
    public async Task Facts_are_not_kept_with_a_lead_that_a_dry_run_chose(LedgerState route, bool kept)
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        var ledger = new Dictionary<string, LedgerEntry> { [Effects.Route] = new(route, pipeline.Time.GetUtcNow()) };

        await FailAsync(held.Lease with { Event = held.Lease.Event with { Ledger = ledger } });

        Assert.Equal((EventStatus.Failed, kept ? 1 : 0), ((await held.StoredAsync()).Status, await FactsAsync(Ada)));
    }

    [Fact]
    public async Task Event_that_is_set_aside_after_its_facts_were_recorded_brings_back_none_that_were_taken_away()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));

        await FailAsync(held.Lease with { Event = held.Lease.Event with { Stage = Stage.Deliver } });

        Assert.Equal((EventStatus.Failed, 0), ((await held.StoredAsync()).Status, await FactsAsync(Ada)));
    }

    [Fact]
    public async Task Event_without_a_lead_is_set_aside_without_facts()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));

        await FailAsync(held.Lease with { Event = held.Lease.Event with { Lead = null } });

        Assert.Equal((EventStatus.Failed, 0), ((await held.StoredAsync()).Status, await FactsAsync(Ada)));
    }

    private Task FailAsync(EventLease lease) => new FailureHandler(
        pipeline.Store, pipeline.Reader, pipeline.Verification, pipeline.Alerts, pipeline.Options, pipeline.Time, NullLogger<FailureHandler>.Instance)
        .HandleAsync(lease, Refused);

    private async Task<int> FactsAsync(string email) =>
        (await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None)).Facts.Count;
}
