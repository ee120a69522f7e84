using System.Diagnostics;
using System.Diagnostics.Metrics;
using SalesIntel.Engine;

namespace SalesIntel.Hosting.Telemetry;

/// <summary>What the host counts and traces, all under the name <c>SalesIntel</c>; what becomes of events is counted in the core, where it
/// is decided, under the same name. No tag holds personal data.</summary>
internal sealed class SalesIntelMetrics : IDisposable
{
    public static readonly ActivitySource Activities = new(SalesIntelTelemetry.ActivitySourceName);

    private readonly Meter meter;
    private readonly Counter<long> accepted;
    private readonly Counter<long> duplicates;
    private readonly Counter<long> refused;
    private readonly Counter<long> pumpFailures;
    private readonly Histogram<double> duration;
    private ObservableUpDownCounter<long>? bodies;
    private Backlog? backlog;

    public SalesIntelMetrics(IMeterFactory? factory = null)
    {
        meter = factory?.Create(SalesIntelTelemetry.MeterName) ?? new Meter(SalesIntelTelemetry.MeterName);
        accepted = meter.CreateCounter<long>("salesintel.webhooks.accepted", "{webhook}", "Stored for the first time");
        duplicates = meter.CreateCounter<long>("salesintel.webhooks.duplicates", "{webhook}", "Had been stored before");
        refused = meter.CreateCounter<long>("salesintel.webhooks.refused", "{webhook}", "Not genuine, too long or not storable");
        pumpFailures = meter.CreateCounter<long>("salesintel.pump.failures", "{failure}", "Unexpected failures of the pump");
        duration = meter.CreateHistogram<double>("salesintel.processing.duration", "s", "One stage of one event");
        meter.CreateObservableGauge("salesintel.queue.lanes", () => Seen(now => now.Lanes), "{lane}", "Lanes with events, in the whole store");
        meter.CreateObservableGauge(
            "salesintel.queue.oldest_due", () => Seen(now => now.OldestDue), "s", "How long the longest waiting event has been due");
        meter.CreateObservableGauge(
            "salesintel.dead_letters", () => Seen(now => now.DeadLetters), "{event}", "Events that need a person, in the whole store");
    }

    public static KeyValuePair<string, object?> Source(string source) => new("source", source);

    public void Received(string source, IntakeKind kind)
    {
        var counter = kind switch
        {
            IntakeKind.Duplicate => duplicates,
            IntakeKind.Unauthorized => refused,
            _ => accepted,
        };
        counter.Add(1, Source(source));
    }

    /// <summary>Shows how much memory the bodies of one intake take.</summary>
    public void ObserveBodies(Func<long> bytes) => bodies ??= meter.CreateObservableUpDownCounter(
        "salesintel.webhooks.body_memory", bytes, "By", "Memory of bodies that are being received");

    /// <summary>Shows what waits in the store; null while that is not known.</summary>
    public void Saw(StoreStatus? status, DateTimeOffset now) => backlog = status is null ? null : new Backlog(
        status.LanesWaiting, status.DeadLetters, status.OldestDue is { } due && due < now ? (now - due).TotalSeconds : 0);

    public void Refused(string source) => refused.Add(1, Source(source));

    public void PumpFailed() => pumpFailures.Add(1);

    public void Ran(string stage, TimeSpan elapsed) => duration.Record(
        elapsed.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<T>> Seen<T>(Func<Backlog, T> read)
        where T : struct => backlog is { } now ? [new Measurement<T>(read(now))] : [];

    private sealed record Backlog(long Lanes, long DeadLetters, double OldestDue);
}
