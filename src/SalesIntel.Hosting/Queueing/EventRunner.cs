using SalesIntel.Hosting.Telemetry;
using SalesIntel.Processing;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Runs the processor and counts what became of the event.</summary>
internal sealed class EventRunner(EventProcessor processor, IEventStore store, SalesIntelMetrics metrics) : IEventRunner
{
    public async Task RunAsync(EventLease lease, CancellationToken cancellationToken)
    {
        await processor.ProcessAsync(lease, cancellationToken).ConfigureAwait(false);
        if (metrics.WantsOutcomes
            && await store.GetAsync(lease.Event.EventId, cancellationToken).ConfigureAwait(false) is { } after)
        {
            EventOutcomes.Count(metrics, lease.Event, after);
        }
    }
}
