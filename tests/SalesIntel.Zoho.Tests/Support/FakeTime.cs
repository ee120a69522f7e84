using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Zoho.Tests.Support;

internal static class FakeTime
{
    /// <summary>Moves time on until a task that polls has seen it.</summary>
    public static async Task UntilAsync(this FakeTimeProvider time, Task task, TimeSpan step)
    {
        for (var i = 0; i < 5_000 && !task.IsCompleted; i++)
        {
            time.Advance(step);
            await Task.Yield();
        }
    }
}
