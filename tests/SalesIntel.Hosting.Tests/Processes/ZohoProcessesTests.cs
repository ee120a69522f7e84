using System.Globalization;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Hosting.Tests.Storage.Sqlite;
using SalesIntel.Simulator;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>Several processes that call Zoho and share a store.</summary>
public sealed class ZohoProcessesTests : IAsyncDisposable
{
    private const int Most = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SqliteFolder folder = new();

    [Theory]
    [InlineData("redis")]
    [InlineData("sqlite")]
    public async Task Three_processes_have_no_more_calls_in_flight_than_allowed_and_those_of_a_killed_one_come_back(string kind)
    {
        await using var redis = kind == "redis" ? await RedisServer.StartAsync() : null;
        await using var zoho = await SimulatorServer.StartAsync(
            new SimulatorOptions { ZohoLatency = TimeSpan.FromMilliseconds(20), ZohoConcurrencyLimit = Most });
        string[] arguments = ["call", redis?.Url ?? folder.File, zoho.BaseUrl.AbsoluteUri, $"{Most}"];
        await using var killed = ChildProcess.Start(arguments);
        await using var second = ChildProcess.Start(arguments);
        await using var third = ChildProcess.Start(arguments);
        ChildProcess[] all = [killed, second, third];

        // Each gets its share while all want more than there is.
        await Task.WhenAll(all.Select(process => process.UntilAsync(lines => lines.Count > 100)));
        Assert.Equal(Most, zoho.State.ZohoMaxInFlight);
        await killed.KillAsync();
        zoho.State.Reset();
        await zoho.WaitForAsync(state => state.ZohoMaxInFlight == Most, Patience);
        var (before, sooner) = (second.Lines.Count, third.Lines.Count);
        await second.UntilAsync(lines => lines.Count > before + 50);
        await third.UntilAsync(lines => lines.Count > sooner + 50);

        Assert.Equal(Most, zoho.State.ZohoMaxInFlight);
        Assert.All(all.SelectMany(process => process.Lines), line => Assert.Equal("done", line));
        if (redis is not null)
        {
            // Slots belong to a process for a while, and not to a call.
            var (asked, made) = (await CountScriptsAsync(redis), all.Sum(process => process.Lines.Count));
            Assert.True(asked < made / 5, $"{asked} questions to the store for {made} calls.");
        }
    }

    [Fact]
    public async Task Three_processes_fetch_no_more_tokens_than_their_budget_and_one_that_starts_later_knows_of_it()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var zoho = await SimulatorServer.StartAsync(
            new SimulatorOptions { ZohoLatency = TimeSpan.FromMilliseconds(20), TokenLife = TimeSpan.FromSeconds(2) });
        string[] arguments = ["call", redis.Url, zoho.BaseUrl.AbsoluteUri, $"{Most}"];
        await using var first = ChildProcess.Start(arguments);
        await using var second = ChildProcess.Start(arguments);
        await using var third = ChildProcess.Start(arguments);
        foreach (var process in new[] { first, second, third })
        {
            await process.UntilAsync(lines => lines.Contains("refresh_limit"));
        }

        await using var later = ChildProcess.Start(arguments);
        await later.UntilAsync(lines => lines.Count > 0);
        Assert.All(later.Lines, line => Assert.Equal("refresh_limit", line));
        Assert.Equal((8, 8), (zoho.State.TokenRequests, zoho.State.TokensIssued));
    }

    private static async Task<long> CountScriptsAsync(RedisServer redis)
    {
        using var admin = await redis.ConnectAsync();
        var counts = (await admin.GetServers()[0].InfoAsync("commandstats")).SelectMany(section => section);
        var scripts = counts.Single(pair => pair.Key == "cmdstat_evalsha").Value;
        return long.Parse(scripts.Split(',')[0]["calls=".Length..], CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
