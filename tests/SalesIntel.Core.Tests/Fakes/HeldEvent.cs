using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>One event taken from a pipeline's store, as a stage has it in hand.</summary>
internal sealed class HeldEvent : IAsyncDisposable
{
    private readonly Pipeline pipeline;
    private readonly LeaseKeeper keeper;

    private HeldEvent(Pipeline pipeline, EventLease lease)
    {
        this.pipeline = pipeline;
        Lease = lease;
        keeper = LeaseKeeper.Start(pipeline.Store, lease, pipeline.Options.Lease, pipeline.Time, CancellationToken.None);
        Run = new EventRun(new QueueCommits(pipeline.Store), keeper, pipeline.Crm, pipeline.Time);
    }

    public EventLease Lease { get; }

    public EventRun Run { get; }

    public LeadKey Lead => Run.Event.Lead!.Value;

    public static async Task<HeldEvent> TakeAsync(Pipeline pipeline, string body)
    {
        await pipeline.PostAsync(body);
        return await TakeAsync(pipeline);
    }

    public static async Task<HeldEvent> TakeAsync(Pipeline pipeline)
    {
        var lease = await pipeline.Store.ClaimOneAsync(pipeline.Options.Lease, CancellationToken.None);
        Assert.NotNull(lease);
        return new HeldEvent(pipeline, lease);
    }

    public Task<LeadRecord> RecordAsync() => pipeline.Store.GetLeadAsync(Lead, CancellationToken.None);

    public async Task<WebhookEvent> StoredAsync() => (await pipeline.Store.GetAsync(Lease.Event.EventId, CancellationToken.None))!;

    public Task ReleaseAsync() => Run.CommitAsync(new EventCommit { Next = new NextStep.Release() });

    public ValueTask DisposeAsync() => keeper.DisposeAsync();
}
