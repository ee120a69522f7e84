using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Hosts;

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
