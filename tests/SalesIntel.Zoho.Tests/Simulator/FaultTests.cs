using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class FaultTests
{
    private const string Upsert = """{"data":[{"Last_Name":"A","Email":"a@one.example"}]}""";

    [Fact]
    public async Task Drop_after_commit_writes_and_gives_no_answer()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.DropAfterCommit, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => sim.PostAsync("Leads/upsert", Upsert));

        Assert.Single(sim.State.Leads);
        var write = Assert.Single(sim.State.Writes);
        Assert.True(write.Committed);
        Assert.False(write.ResponseSent);
        Assert.Equal(200, (await sim.PostAsync("Leads/upsert", Upsert)).Status);
        Assert.Equal(2, Assert.Single(sim.State.Leads).Revision);
    }

    [Fact]
    public async Task Drop_writes_nothing()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Action = FaultAction.Drop, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => sim.PostAsync("Leads/upsert", Upsert));

        Assert.Empty(sim.State.Leads);
        var write = Assert.Single(sim.State.Writes);
        Assert.Equal(("fault:drop", "a@one.example", false), (write.Outcome, write.LeadEmail, write.Committed));
    }

    [Theory]
    [InlineData(FaultAction.RateLimit, 429, "TOO_MANY_REQUESTS", null)]
    [InlineData(FaultAction.RateLimit, 429, "RATE_LIMIT_EXCEEDED", 3.0)]
    [InlineData(FaultAction.Unavailable, 503, "SERVICE_UNAVAILABLE", null)]
    [InlineData(FaultAction.InvalidToken, 401, "INVALID_TOKEN", null)]
    public async Task Status_faults_strike_as_often_as_ordered(FaultAction action, int status, string code, double? retryAfter)
    {
        await using var sim = await SimulatorFixture.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = action, Times = 2, RetryAfterSeconds = retryAfter });

        for (var i = 0; i < 2; i++)
        {
            var answer = await sim.PostAsync("Leads/upsert", Upsert);
            Assert.Equal((status, code), (answer.Status, answer.Body!["code"]!.ToString()));
        }

        Assert.Equal(200, (await sim.PostAsync("Leads/upsert", Upsert)).Status);
        Assert.Equal((2, false), (sim.Server.Faults.All[0].Hits, sim.Server.Faults.All[0].Active));
    }

    [Fact]
    public async Task Chance_with_a_seed_can_be_repeated()
    {
        static async Task<string> RunAsync()
        {
            await using var sim = await SimulatorFixture.StartAsync();
            sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Action = FaultAction.Status, Probability = 0.5, Seed = 7 });
            var results = new List<int>();
            for (var i = 0; i < 12; i++)
            {
                results.Add((await sim.GetAsync("Leads/1")).Status);
            }

            return string.Join(' ', results);
        }

        var first = await RunAsync();

        Assert.Contains("503", first, StringComparison.Ordinal);
        Assert.Contains("204", first, StringComparison.Ordinal);
        Assert.Equal(first, await RunAsync());
    }

    [Fact]
    public async Task Hang_ends_when_the_simulator_stops()
    {
        var sim = await SimulatorFixture.StartAsync();
        sim.Server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Action = FaultAction.Hang });
        var call = sim.PostAsync("Leads/upsert", Upsert);
        await sim.Server.WaitForAsync(state => sim.Server.Faults.All[0].Hits == 1 || state.Requests.ContainsKey("zoho.upsert"), TimeSpan.FromSeconds(10));

        await sim.Server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task Faults_are_ordered_listed_and_cleared_over_http()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var added = await sim.RawAsync(HttpMethod.Post, "_faults", """{"target":"oauth","match":"token","action":"invalid_token","times":3}""");
        var wrong = await sim.RawAsync(HttpMethod.Post, "_faults", """{"target":"nobody","action":"drop"}""");

        Assert.Equal(201, added.Status);
        Assert.Equal(400, wrong.Status);
        Assert.Equal("invalid_code", (await sim.TokenAsync()).Body["error"]!.ToString());
        Assert.Contains("\"hits\":1", (await sim.RawAsync(HttpMethod.Get, "_faults")).Body, StringComparison.Ordinal);
        Assert.Equal(204, (await sim.RawAsync(HttpMethod.Delete, "_faults")).Status);
        Assert.NotNull((await sim.TokenAsync()).Body["access_token"]);
    }
}
