using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Telemetry;

public sealed class SalesIntelMetricsTests
{
    [Fact]
    public async Task Webhooks_are_counted_by_what_became_of_them()
    {
        await using var host = await TestHost.StartAsync();
        using var seen = new Seen(host.Services.GetRequiredService<IMeterFactory>());
        var body = Bodies.Fixture("calendly/invitee_created_full.json");
        for (var i = 0; i < 3; i++)
        {
            using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(body));
        }

        host.Store.IsAway = true;
        using var refused = await host.Client.PostAsync("/webhooks/readai", Bodies.Plain(body));
        Assert.Equal(
            ["salesintel.webhooks.accepted calendly", "salesintel.webhooks.duplicates calendly", "salesintel.webhooks.duplicates calendly", "salesintel.webhooks.refused readai"],
            seen.All);
    }

    [Theory]
    [InlineData(EventStatus.Processed, Stage.Facts, 0, "salesintel.events.processed")]
    [InlineData(EventStatus.Failed, Stage.Facts, 0, "salesintel.events.failed")]
    [InlineData(EventStatus.Queued, Stage.Facts, 1, "salesintel.events.retries")]
    [InlineData(EventStatus.Queued, Stage.Extract, 0, null)]
    public void Events_are_counted_by_what_became_of_them(EventStatus status, Stage stage, int attempts, string? expected)
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = provider.GetRequiredService<IMeterFactory>();
        using var metrics = new SalesIntelMetrics(factory);
        Assert.False(metrics.WantsOutcomes);
        using var seen = new Seen(factory);
        Assert.True(metrics.WantsOutcomes);
        var before = new WebhookEvent
        {
            EventId = "e", Source = "calendly", EventType = "t", ExternalId = "x", IdempotencyKey = "k", Revision = "1",
            Status = EventStatus.Processing, Stage = Stage.Facts, CreatedAt = default, UpdatedAt = default, Payload = default,
        };
        EventOutcomes.Count(metrics, before, before with { Status = status, Stage = stage, Attempts = attempts });
        Assert.Equal(expected is null ? [] : [$"{expected} calendly"], seen.All);
    }

    private sealed class Seen : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentQueue<string> all = new();

        public Seen(IMeterFactory factory)
        {
            listener.InstrumentPublished = (instrument, current) =>
            {
                if (instrument.Meter.Name == SalesIntelTelemetry.MeterName && instrument.Meter.Scope == factory)
                {
                    current.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => all.Enqueue($"{instrument.Name} {tags[0].Value}"));
            listener.Start();
        }

        public IEnumerable<string> All => all;

        public void Dispose() => listener.Dispose();
    }
}
