using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Demo;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>SIGTERM to a real process with work under way.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private RedisServer? redis;
    private SimulatorServer? simulator;
    private RedisStore? store;

    public async Task InitializeAsync()
    {
        redis = await RedisServer.StartAsync();
        simulator = await SimulatorServer.StartAsync();
        store = new RedisStore(
            Options.Create(new RedisStoreOptions { Url = redis.Url }), TimeProvider.System, NullLogger<RedisStore>.Instance);
    }

    public async Task DisposeAsync()
    {
        await store!.DisposeAsync();
        await simulator!.DisposeAsync();
        await redis!.DisposeAsync();
    }

    [Fact]
    public async Task Work_that_ends_in_time_is_done_and_the_intake_is_closed_at_once()
    {
        // Longer than the two seconds that a command line gives its commands by default.
        simulator!.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Delay, DelayMs = 4_000 });
        await using var host = await HostProcess.StartAsync(Variables());
        var id = await RunningAsync(host, "invitee_created_full");

        host.Terminate();
        await host.UntilAsync(async () => !await host.IsListeningAsync(), "It still takes connections.");
        Assert.False(host.HasExited, host.Output);
        Assert.Empty(simulator.State.Leads);

        Assert.True(await host.ExitAsync() == 0, host.Output);
        Assert.Single(simulator.State.Leads);
        var stored = await store!.GetAsync(id, default);
        Assert.Equal((EventStatus.Queued, 0, LedgerState.Done), (stored!.Status, stored.Attempts, stored.Ledger["facts"].State));
        Assert.Equal(id, Assert.Single(await store.ClaimAsync(1, TimeSpan.FromSeconds(30), default)).Event.EventId);
    }

    [Fact]
    public async Task Work_that_does_not_end_in_time_is_given_back_and_charged_nothing()
    {
        simulator!.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Hang });

        // What is not given back would stay away for ten minutes.
        await using var host = await HostProcess.StartAsync(Variables(("SHUTDOWN_SECONDS", "2"), ("LEASE_SECONDS", "600")));
        string[] ids =
        [
            await RunningAsync(host, "invitee_created_full"),
            await RunningAsync(host, "invitee_created_minimal"),
        ];

        host.Terminate();
        Assert.True(await host.ExitAsync() == 0, host.Output);

        List<WebhookEvent> again = [];
        while (await store!.ClaimAsync(1, TimeSpan.FromSeconds(30), default) is [var taken])
        {
            again.Add(taken.Event);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), again.Select(taken => taken.EventId).Order(StringComparer.Ordinal));
        Assert.All(again, taken => Assert.Equal((0, ""), (taken.Attempts, taken.LastError)));
        Assert.Empty(simulator.State.Leads);
    }

    private async Task<string> RunningAsync(HostProcess host, string file)
    {
        var answer = await host.Sender.SendAsync(new DemoWebhook(file, "calendly", file, "accepted"), default);
        Assert.Equal("accepted", answer.Result);
        await host.UntilAsync(
            async () => (await store!.GetAsync(answer.EventId, default))!.Status == EventStatus.Processing, "It was not begun.");
        return answer.EventId;
    }

    private Dictionary<string, string?> Variables(params (string Name, string Value)[] more)
    {
        var variables = DemoCommand.Variables(simulator!.BaseUrl, "");
        variables["REDIS_URL"] = redis!.Url;
        variables["LOG_LEVEL"] = "INFO";
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }
}
