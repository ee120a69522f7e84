using System.Diagnostics.Metrics;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>What is measured while processing; the meter is called <c>SalesIntel</c>.</summary>
internal static class ProcessingMetrics
{
    private static readonly Meter Meter = new("SalesIntel");

    private static readonly Histogram<double> AcceptanceToCrm = Meter.CreateHistogram<double>(
        "salesintel.acceptance_to_crm", "ms", "From acceptance of an event to its facts being in the CRM.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "salesintel.failures", "{failure}", "Failed attempts by class and kind.");

    public static void FactsInCrm(WebhookEvent stored, TimeSpan elapsed) => AcceptanceToCrm.Record(
        elapsed.TotalMilliseconds,
        new KeyValuePair<string, object?>("source", stored.Source),
        new KeyValuePair<string, object?>("type", stored.EventType));

    public static void Failed(Failure failure) => Failures.Add(
        1,
        new KeyValuePair<string, object?>("class", failure.Class),
        new KeyValuePair<string, object?>("kind", failure.Kind.ToString()));
}
