using Microsoft.Extensions.Logging;
using SalesIntel.Engine;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Runs the processor and, where somebody measures, counts what became of the event.</summary>
internal sealed class EventRunner(
    EventProcessor processor, IEventStore store, SalesIntelMetrics metrics, ILogger<EventRunner> logger) : IEventRunner
{
    public async Task RunAsync(EventLease lease, CancellationToken cancellationToken)
    {
        await processor.ProcessAsync(lease, cancellationToken).ConfigureAwait(false);
        if (metrics.WantsOutcomes)
        {
            await CountAsync(lease.Event, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CountAsync(WebhookEvent before, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.GetAsync(before.EventId, cancellationToken).ConfigureAwait(false) is { } after)
            {
                EventOutcomes.Count(metrics, before, after);
            }
        }
        catch (StoreUnavailableException)
        {
            // The run itself is recorded; only the number is missing.
            Log.NotCounted(logger, before.EventId);
        }
    }
}
