using System.Diagnostics;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Waits for what happens in the background.</summary>
internal static class Until
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Patience, "It did not happen in time.");
            await tick.WaitForNextTickAsync();
        }
    }
}
