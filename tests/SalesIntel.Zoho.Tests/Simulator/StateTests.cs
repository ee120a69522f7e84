using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class StateTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Writes_for_one_lead_in_flight_together_overlap()
    {
        var time = new FakeTimeProvider();
        await using var sim = await SimulatorFixture.StartAsync(Slow(time));
        var id = sim.State.AddLead(new JsonObject { ["Last_Name"] = "A", ["Email"] = "a@one.example" });
        sim.State.AddLead(new JsonObject { ["Last_Name"] = "B", ["Email"] = "b@one.example" });

        var calls = Task.WhenAll(
            sim.PostAsync("Leads/upsert", """{"data":[{"Email":"A@one.example","City":"Oslo"}]}"""),
            sim.PutAsync("Leads/" + id, """{"data":[{"City":"Bergen"}]}"""),
            sim.PostAsync("Leads/upsert", """{"data":[{"Email":"b@one.example","City":"Oslo"}]}"""));
        await sim.Server.WaitForAsync(state => state.Requests.Values.Sum() == 4, s_limit);
        await PassAsync(time, calls);

        var overlap = Assert.Single(sim.State.Overlaps);
        Assert.Equal((id, "a@one.example"), (overlap.LeadId, overlap.LeadEmail));
        Assert.Equal(3, sim.State.ZohoMaxInFlight);
    }

    [Fact]
    public async Task Writes_one_after_another_do_not_overlap()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        for (var i = 0; i < 50; i++)
        {
            await sim.PostAsync("Leads/upsert", """{"data":[{"Last_Name":"A","Email":"a@one.example"},{"Last_Name":"A","Email":"a@one.example"}]}""");
        }

        Assert.Equal(100, sim.State.Writes.Count);
        Assert.Empty(sim.State.Overlaps);
    }

    [Fact]
    public async Task Calls_above_the_concurrency_limit_get_429()
    {
        var time = new FakeTimeProvider();
        var options = Slow(time);
        options.ZohoConcurrencyLimit = 2;
        await using var sim = await SimulatorFixture.StartAsync(options);

        var calls = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sim.GetAsync("Leads/1")));
        await sim.Server.WaitForAsync(state => state.ZohoMaxInFlight == 5, s_limit);
        await PassAsync(time, calls);
        var answers = await calls;

        Assert.Equal(2, answers.Count(answer => answer.Status == 204));
        Assert.Equal(3, answers.Count(answer => answer.Body?["code"]?.ToString() == "TOO_MANY_REQUESTS"));
    }

    [Fact]
    public async Task Waiting_ends_with_the_change_it_waits_for()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var inProcess = sim.Server.WaitForAsync(state => state.Leads.Count == 1 && state.Writes.Count == 1, s_limit);
        var overHttp = sim.RawAsync(HttpMethod.Get, "_wait?leads=1&timeoutSeconds=20");
        var events = sim.RawAsync(HttpMethod.Get, "_events?after=0&timeoutSeconds=20");

        await sim.AddAsync("a@one.example");

        await inProcess;
        Assert.Equal(200, (await overHttp).Status);
        Assert.Contains("lead.insert", (await events).Body, StringComparison.Ordinal);
        Assert.Equal(504, (await sim.RawAsync(HttpMethod.Get, "_wait?leads=2&timeoutSeconds=0.05")).Status);
        await Assert.ThrowsAsync<TimeoutException>(() => sim.Server.WaitForAsync(state => state.Leads.Count == 2, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task State_over_http_shows_all_and_resets()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        await sim.AddAsync("a@one.example");

        var state = JsonNode.Parse((await sim.RawAsync(HttpMethod.Get, "_state")).Body)!;

        Assert.Equal("a@one.example", state["leads"]![0]!["fields"]!["Email"]!.ToString());
        Assert.Equal(1, (int)state["tokenRequests"]!);
        Assert.Equal("SUCCESS", state["writes"]![0]!["outcome"]!.ToString());
        Assert.Equal(1, (int)state["requests"]!["zoho.insert"]!);
        Assert.Equal(204, (await sim.RawAsync(HttpMethod.Delete, "_state")).Status);
        Assert.Empty(sim.State.Leads);
        Assert.Empty(sim.State.Writes);
        Assert.Equal(201, (await sim.PostAsync("Leads", """{"data":[{"Last_Name":"A"}]}""")).Status);
    }

    [Fact]
    public async Task Slack_takes_text_or_blocks_and_nothing_else()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        Assert.Equal((200, "ok"), await sim.RawAsync(HttpMethod.Post, "slack/T0/B0/x", """{"text":"hello"}"""));
        Assert.Equal((200, "ok"), await sim.RawAsync(HttpMethod.Post, "slack/T0/B0/x", """{"blocks":[{"type":"divider"}]}"""));
        Assert.Equal((400, "invalid_payload"), await sim.RawAsync(HttpMethod.Post, "slack/T0/B0/x", "text"));
        Assert.Equal((400, "invalid_payload"), await sim.RawAsync(HttpMethod.Post, "slack/T0/B0/x", "{}"));
        Assert.Equal("hello", sim.State.SlackMessages[0].Text);
        Assert.Equal(2, sim.State.SlackMessages.Count);
    }

    private static SimulatorOptions Slow(FakeTimeProvider time) =>
        new() { TimeProvider = time, ZohoLatency = TimeSpan.FromSeconds(1), TokenLife = TimeSpan.FromDays(10_000) };

    // The server may not have begun to wait when the first second passes, so time goes on until it has answered.
    private static async Task PassAsync(FakeTimeProvider time, Task calls)
    {
        while (!calls.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await calls;
    }
}
