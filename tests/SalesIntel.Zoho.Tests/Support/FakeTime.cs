using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Zoho.Tests.Support;

internal static class FakeTime
{
    /// <summary>Moves time on until a task that polls has seen it.</summary>
    public static async Task UntilAsync(this FakeTimeProvider time, Task task, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var steps = 1; !task.IsCompleted; steps++)
        {
            time.Advance(step);
            await Task.Yield();
            if (steps % 100 == 0)
            {
                // The clock must not run away from a background that a busy machine has not let run yet.
                await Task.WhenAny(task, Task.Delay(1, limit.Token));
                limit.Token.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Waits for what happens in the background without moving the time.</summary>
    public static async Task UntilTrueAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>Moves time on in small steps, so that what goes on in the background keeps up.</summary>
    public static async Task PassAsync(this FakeTimeProvider time, TimeSpan span)
    {
        var step = TimeSpan.FromMilliseconds(100);
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            time.Advance(step < span - passed ? step : span - passed);
            for (var turn = 0; turn < 5; turn++)
            {
                await Task.Yield();
            }
        }
    }
}
