using System.Diagnostics.Metrics;
using SalesIntel.Extraction;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is measured while processing.</summary>
internal static class ProcessingMetrics
{
    public const string MeterName = ExtractionMetrics.MeterName;

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> AcceptanceToCrm = Meter.CreateHistogram<double>(
        "salesintel.acceptance_to_crm", "ms", "From acceptance of an event to its facts being in the CRM.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "salesintel.failures", "{failure}", "Failed attempts by class and kind.");

    private static readonly Counter<long> ProcessedEvents = Meter.CreateCounter<long>(
        "salesintel.events.processed", "{event}", "Events that were processed to the end.");

    private static readonly Counter<long> FailedEvents = Meter.CreateCounter<long>(
        "salesintel.events.failed", "{event}", "Events that were set aside as dead letters.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "salesintel.events.retries", "{attempt}", "Attempts that failed and will be repeated.");

    public static void Processed(WebhookEvent stored) => ProcessedEvents.Add(1, Source(stored));

    public static void DeadLettered(WebhookEvent stored) => FailedEvents.Add(1, Source(stored));

    public static void Retried(WebhookEvent stored) => Retries.Add(1, Source(stored));

    public static void FactsInCrm(WebhookEvent stored, TimeSpan elapsed) => AcceptanceToCrm.Record(
        elapsed.TotalMilliseconds,
        Source(stored),
        new KeyValuePair<string, object?>("type", stored.EventType));

    public static void Failed(Failure failure) => Failures.Add(
        1,
        new KeyValuePair<string, object?>("class", failure.Class),
        new KeyValuePair<string, object?>("kind", failure.Kind.ToString()));

    private static KeyValuePair<string, object?> Source(WebhookEvent stored) => new("source", stored.Source);
}
