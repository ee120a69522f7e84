using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Failures;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What becomes of an event is counted where it is decided.</summary>
public sealed class OutcomeMetricsTests
{
    private const string Form = """{"type":"form","id":"7","at":"2026-11-01T08:00:00Z","email":"ann@lee.example","message":"Slow"}""";

    [Fact]
    public async Task Event_that_succeeds_at_the_second_attempt_is_one_retry_and_one_processed()
    {
        var source = new CountedSource("counted-1");
        var pipeline = new Pipeline(sources: source);
        using var seen = new Seen(source.Name);
        var calls = 0;
        pipeline.Crm.Before = _ => calls = ++calls == 1 ? throw new ProviderException("crm", "busy", "Busy.") { IsTransient = true } : calls;

        await pipeline.PostAsync(source, Form);
        await pipeline.DrainAsync();

        Assert.Equal(["salesintel.events.retries", "salesintel.events.processed"], seen.All);
    }

    [Fact]
    public async Task Dead_letter_is_counted_as_failed()
    {
        var source = new CountedSource("counted-2");
        var pipeline = new Pipeline(sources: source);
        using var seen = new Seen(source.Name);
        pipeline.Crm.Before = _ => throw new PermanentFailureException("refused", "Refused.");

        await pipeline.PostAsync(source, Form);
        await pipeline.DrainAsync();

        Assert.Equal(["salesintel.events.failed"], seen.All);
    }

    private sealed class CountedSource(string name) : IWebhookSource
    {
        private readonly OwnSource format = new();

        public string Name => name;

        public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => format.Verify(request, now);

        public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => format.Read(body, receivedAt);
    }

    private sealed class Seen : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentQueue<string> all = new();

        public Seen(string source)
        {
            listener.InstrumentPublished = (instrument, current) =>
            {
                if (instrument.Meter.Name == SalesIntelTelemetry.MeterName && instrument.Name.StartsWith("salesintel.events.", StringComparison.Ordinal))
                {
                    current.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            {
                if (tags[0].Value as string == source)
                {
                    all.Enqueue(instrument.Name);
                }
            });
            listener.Start();
        }

        public IEnumerable<string> All => all;

        public void Dispose() => listener.Dispose();
    }
}
