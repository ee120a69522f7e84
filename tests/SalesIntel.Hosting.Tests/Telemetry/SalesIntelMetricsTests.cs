using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public void Backlog_is_shown_as_the_store_last_told_it_and_not_at_all_while_the_store_is_away()
    {
        var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var metrics = new SalesIntelMetrics(factory);
        using var listener = new MeterListener();
        var seen = new SortedDictionary<string, double>(StringComparer.Ordinal);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.InstrumentPublished = (instrument, current) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                current.EnableMeasurementEvents(instrument);
            }
        };
        listener.Start();
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        metrics.Saw(new StoreStatus("memory", "", LanesWaiting: 7, DeadLetters: 2, OldestDue: now.AddSeconds(-90)), now);
        listener.RecordObservableInstruments();
        Assert.Equal([("salesintel.dead_letters", 2d), ("salesintel.queue.lanes", 7d), ("salesintel.queue.oldest_due", 90d)], seen.Select(one => (one.Key, one.Value)));

        seen.Clear();
        metrics.Saw(new StoreStatus("memory", "", LanesWaiting: 1, DeadLetters: 0, OldestDue: now.AddSeconds(5)), now);
        listener.RecordObservableInstruments();
        Assert.Equal(0, seen["salesintel.queue.oldest_due"]);

        seen.Clear();
        metrics.Saw(status: null, now);
        listener.RecordObservableInstruments();
        Assert.Empty(seen);
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
