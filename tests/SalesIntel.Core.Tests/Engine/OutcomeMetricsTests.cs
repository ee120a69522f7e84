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

    [Fact]
    public async Task Outage_that_is_waited_out_is_no_retry()
    {
        var source = new CountedSource("counted-3");
        var pipeline = new Pipeline(sources: source);
        using var seen = new Seen(source.Name);
        var calls = 0;
        pipeline.Crm.Before = _ => calls = ++calls == 1 ? throw new ProviderException("crm", "away", "Away.") { IsOutage = true } : calls;

        await pipeline.PostAsync(source, Form);
        await pipeline.DrainAsync();

        Assert.Equal(["salesintel.events.processed"], seen.All);
    }

    [Fact]
    public async Task Each_failed_attempt_is_counted_with_its_class()
    {
        var source = new CountedSource("counted-4");
        var pipeline = new Pipeline(sources: source);
        using var seen = new Seen("counted-4/refused", "salesintel.failures");
        pipeline.Crm.Before = _ => throw new ProviderException("counted-4", "refused", "Refused.");

        await pipeline.PostAsync(source, Form);
        await pipeline.DrainAsync();

        Assert.Equal(["salesintel.failures"], seen.All);
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

        /// <param name="tag">The value of the first tag: the source of an event, the class of a failure.</param>
        /// <param name="instruments">With what the instruments' names begin.</param>
        public Seen(string tag, string instruments = "salesintel.events.")
        {
            listener.InstrumentPublished = (instrument, current) =>
            {
                if (instrument.Meter.Name == SalesIntelTelemetry.MeterName && instrument.Name.StartsWith(instruments, StringComparison.Ordinal))
                {
                    current.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            {
                if (tags[0].Value as string == tag)
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
