using System.Net;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class WarmUpTests
{
    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    public async Task A_host_is_warm_before_it_receives_and_nothing_of_it_is_stored_or_told(string role)
    {
        await using var host = await TestHost.StartAsync(null, null, ("SALESINTEL_ROLE", role), ("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey));
        Assert.Equal(1, host.Log.Count("WarmedUp"));
        Assert.Equal((0, 0), (host.Log.Count("SignatureRefused"), host.Log.Count("WebhookReceived")));
        List<WebhookEvent> stored = [];
        await foreach (var one in host.Store.Inner.ListAsync(new EventFilter(), default))
        {
            stored.Add(one);
        }

        Assert.Empty(stored);
        using var meter = new BodyMemoryMeter(host.Services);
        Assert.True(meter.Bytes is 0 or -1);
    }

    [Fact]
    public async Task A_store_that_is_away_or_fails_oddly_keeps_no_host_from_starting()
    {
        foreach (var isBroken in (bool[])[false, true])
        {
            await using var host = await TestHost.StartAsync(store => (store.IsAway, store.IsBroken) = (!isBroken, isBroken));
            Assert.Equal((1, 1), (host.Log.Count("StoreNotWarm"), host.Log.Count("WarmedUp")));
            (host.Store.IsAway, host.Store.IsBroken) = (false, false);
            using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
