using SalesIntel.Hosting.Telemetry;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Tells from an event before and after a run what became of it.</summary>
internal static class EventOutcomes
{
    public static void Count(SalesIntelMetrics metrics, WebhookEvent before, WebhookEvent after)
    {
        var source = SalesIntelMetrics.Source(before.Source);
        if (after.Status == EventStatus.Failed)
        {
            metrics.Failed.Add(1, source);
            return;
        }

        if (after.Stage == before.Stage && after.Attempts > before.Attempts)
        {
            metrics.Retries.Add(1, source);
            return;
        }

        if (after.Status == EventStatus.Processed)
        {
            metrics.Processed.Add(1, source);
        }
    }
}
