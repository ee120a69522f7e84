using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Health;

/// <summary>People are told when the store takes no events for some seconds, and when it does again.</summary>
public sealed class StoreWatchTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Outage_is_told_once_after_five_seconds_and_its_end_once()
    {
        await using var host = await TestHost.StartAsync(time);
        host.Store.IsAway = true;
        Assert.InRange(await AdvanceUntilAsync(() => host.Log.Count("Alert") == 1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Assert.Contains("The test store is away", host.Log.All.Single(line => line.Id.Name == "Alert").Text, StringComparison.Ordinal);
        host.Store.IsAway = false;
        Assert.InRange(await AdvanceUntilAsync(() => host.Log.Count("AllClear") == 1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Assert.Equal(1, host.Log.Count("Alert"));
    }

    [Fact]
    public async Task Store_that_comes_and_goes_is_one_outage()
    {
        await using var host = await TestHost.StartAsync(time);
        host.Store.IsAway = true;
        await AdvanceUntilAsync(() => host.Log.Count("Alert") == 1);
        for (var turn = 0; turn < 10; turn++)
        {
            host.Store.IsAway = turn % 2 == 1;
            var until = time.GetUtcNow().AddSeconds(2.5);
            await AdvanceUntilAsync(() => time.GetUtcNow() >= until);
        }

        Assert.Equal((1, 0), (host.Log.Count("Alert"), host.Log.Count("AllClear")));
    }

    [Fact]
    public async Task Store_that_throws_what_no_store_should_is_watched_on()
    {
        await using var host = await TestHost.StartAsync(time);
        host.Store.IsBroken = true;
        await AdvanceUntilAsync(() => host.Log.Count("StoreWatchFailed") >= 2);
        host.Store.IsBroken = false;
        host.Store.IsAway = true;
        await AdvanceUntilAsync(() => host.Log.Count("Alert") == 1);
    }

    // In steps that are shorter than the interval, each with time for what it causes.
    private async Task<TimeSpan> AdvanceUntilAsync(Func<bool> condition)
    {
        var begun = time.GetUtcNow();
        await Until.TrueAsync(() =>
        {
            if (condition())
            {
                return true;
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
            return false;
        });
        return time.GetUtcNow() - begun;
    }
}
