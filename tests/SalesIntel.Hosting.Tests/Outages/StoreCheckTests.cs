using SalesIntel.Doctor;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;

namespace SalesIntel.Hosting.Tests.Outages;

/// <summary>What a host says about its store when it starts.</summary>
public sealed class StoreCheckTests
{
    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    [InlineData("all")]
    public async Task Each_role_says_once_what_is_at_risk_before_anything_starts(string role)
    {
        await using var redis = await RedisServer.StartAsync("--maxmemory", "3mb", "--maxmemory-policy", "allkeys-lru");
        await using var host = await RedisHost.StartAsync(
            redis.Url, null, new ShiftedTime(TimeSpan.FromHours(-1)), ("SALESINTEL_ROLE", role));
        var warnings = host.Log.All.Where(line => line.Id.Name == "StoreAtRisk").Select(line => line.Text).ToList();
        Assert.Equal(4, warnings.Count);
        Assert.Contains(warnings, text => text.Contains("Set appendonly yes", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("Set maxmemory-policy noeviction", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("of 3 MiB; when it is full no event can be accepted. Raise maxmemory", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("differ by 3600.", StringComparison.Ordinal));

        if (role != "api")
        {
            await Until.TrueAsync(() => host.Log.Count("PumpStarted") == 1);
        }

        var order = host.Log.All.Select(line => line.Text).ToList();
        var looked = order.FindIndex(text => text.StartsWith("The store's configuration was looked at", StringComparison.Ordinal));
        Assert.InRange(looked, 0, order.FindIndex(text => text.StartsWith("SalesIntel starts", StringComparison.Ordinal)));
        Assert.InRange(looked, 0, order.FindIndex(text => text.StartsWith("Now listening", StringComparison.Ordinal)));
        var pump = order.FindIndex(text => text.StartsWith("Processing starts", StringComparison.Ordinal));
        Assert.Equal(role == "api", pump < 0);
        Assert.True(pump < 0 || looked < pump);
    }

    [Fact]
    public async Task Sound_server_is_told_of_in_one_line()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await using var host = await RedisHost.StartAsync(redis.Url);
        Assert.Equal((0, 1), (host.Log.Count("StoreAtRisk"), host.Log.Count("StoreChecked")));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("everysec")]
    public async Task Server_that_syncs_seldom_is_told_at_the_start_and_by_the_doctor(string appendfsync)
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", appendfsync);
        await using var host = await RedisHost.StartAsync(redis.Url);

        var finding = Assert.Single(await host.StoreDoctorAsync(), finding => finding.Level != DoctorLevel.Ok);

        Assert.StartsWith($"appendfsync is {appendfsync}: ", finding.Message, StringComparison.Ordinal);
        Assert.Equal((DoctorLevel.Warning, "store_risk"), (finding.Level, finding.Check));
        Assert.Contains(finding.Message, host.Log.All.Single(line => line.Id.Name == "StoreAtRisk").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_hides_how_often_it_syncs_is_no_risk_that_is_told()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--rename-command", "CONFIG", "");
        await using var host = await RedisHost.StartAsync(redis.Url);

        Assert.All(await host.StoreDoctorAsync(), finding => Assert.Equal(DoctorLevel.Ok, finding.Level));
        Assert.Equal((0, 1), (host.Log.Count("StoreAtRisk"), host.Log.Count("StoreChecked")));
    }

    [Fact]
    public async Task Server_that_is_away_does_not_keep_the_host_from_starting_and_is_looked_at_later()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var host = await RedisHost.StartAsync(redis.Url);
        Assert.Equal((1, 0), (host.Log.Count("StoreCheckPutOff"), host.Log.Count("StoreChecked")));
        Assert.Null((await host.BookAsync("early", 1)).EventId);

        await redis.StartAgainAsync();
        await Until.TrueAsync(() => host.Log.Count("StoreChecked") == 1);
        Assert.Equal((1, 1), (host.Log.Count("StoreCheckPutOff"), host.Log.Count("StoreAtRisk")));
        Assert.NotNull((await host.BookAsync("later", 2)).EventId);
    }

    [Fact]
    public async Task Server_that_does_not_know_the_question_does_not_keep_the_host_from_starting()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always", "--rename-command", "INFO", "");
        await using var host = await RedisHost.StartAsync(redis.Url);
        Assert.Equal((0, 1), (host.Log.Count("StoreCheckFailed"), host.Log.Count("StoreChecked")));
        Assert.Contains("does not let this user see INFO", host.Log.All.Single(line => line.Id.Name == "StoreAtRisk").Text, StringComparison.Ordinal);
        Assert.NotNull((await host.BookAsync("early", 1)).EventId);
    }

    [Fact]
    public async Task Host_stops_at_once_although_the_server_never_came()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var host = await RedisHost.StartAsync(redis.Url);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, host.Log.Count("StoreNotChecked"));
    }
}
