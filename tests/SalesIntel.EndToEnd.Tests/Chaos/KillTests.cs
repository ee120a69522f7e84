using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;

namespace SalesIntel.EndToEnd.Tests.Chaos;

/// <summary>The short version of the run that docs/reliability.md reports.</summary>
public sealed class KillTests
{
    [Theory]
    [InlineData("Redis", 2)]
    [InlineData("Sqlite", 0)]
    [InlineData("Sqlite", 2)]
    public async Task Twenty_kills_lose_and_double_nothing_and_keep_the_order(string store, int workers)
    {
        var verdict = await KillRun.RunAsync(
            new KillOptions
            {
                Store = Enum.Parse<StoreKind>(store),
                Workers = workers,
                Kills = 20,
                Events = 200,
                Seed = 20,
                Disturbances = [Disturbance.Drops, Disturbance.RedisRestart],
            },
            _ => { },
            CancellationToken.None);
        Assert.True(verdict.Accepted >= 200);
        Assert.Equal(20, verdict.Kills.Values.Sum());
        Assert.Empty(VerdictReport.Details(verdict));
        Assert.True(verdict.Holds, VerdictReport.Row(verdict));
    }
}
