using System.Diagnostics;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Waits for what happens in the background.</summary>
internal static class Until
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<bool> condition, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), patience);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            Assert.True(watch.Elapsed < (patience ?? Patience), "It did not happen in time.");
            await tick.WaitForNextTickAsync();
        }
    }
}
