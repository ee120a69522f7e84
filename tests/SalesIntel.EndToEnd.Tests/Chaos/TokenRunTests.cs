using SalesIntel.Chaos.Machines;
using SalesIntel.Chaos.Outages;

namespace SalesIntel.EndToEnd.Tests.Chaos;

/// <summary>The short version of <c>chaos tokens</c>.</summary>
public sealed class TokenRunTests
{
    [Theory]
    [InlineData(nameof(StoreKind.Redis))]
    [InlineData(nameof(StoreKind.Sqlite))]
    public async Task Three_processes_fetch_one_token_at_a_time_and_never_more_than_the_budget(string store)
    {
        List<string> told = [];
        var isAsPromised = await TokenRun.RunAsync(Enum.Parse<StoreKind>(store), 3, TimeSpan.FromSeconds(10), told.Add, CancellationToken.None);
        Assert.True(isAsPromised, string.Join('\n', told));
    }
}
