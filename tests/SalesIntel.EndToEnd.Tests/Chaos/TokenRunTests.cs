using SalesIntel.Chaos.Outages;

namespace SalesIntel.EndToEnd.Tests.Chaos;

/// <summary>The short version of <c>chaos tokens</c>.</summary>
public sealed class TokenRunTests
{
    [Fact]
    public async Task Three_processes_fetch_one_token_at_a_time_and_never_more_than_the_budget()
    {
        List<string> told = [];
        Assert.True(await TokenRun.RunAsync(3, TimeSpan.FromSeconds(10), told.Add, CancellationToken.None), string.Join('\n', told));
    }
}
