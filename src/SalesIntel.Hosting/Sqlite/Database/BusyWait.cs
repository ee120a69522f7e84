namespace SalesIntel.Hosting.Sqlite;

/// <summary>Waits for other processes, which tell nobody when they are done: looks again each millisecond. SQLite's own wait looks
/// ever more seldom, up to ten times a second, and would miss its turn.</summary>
internal sealed class BusyWait(TimeProvider machine) : IDisposable
{
    /// <summary>So that a request is answered before its sender gives up.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly ManualResetEventSlim stopped = new();

    /// <summary>Tries until it succeeds; false when it has not for so long that whoever waits must be answered.</summary>
    public bool Until(Func<bool> attempt, TimeSpan limit)
    {
        var begun = machine.GetTimestamp();
        while (!attempt())
        {
            if (machine.GetElapsedTime(begun) > limit || stopped.Wait(Pause))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends all waits.</summary>
    public void Dispose() => stopped.Set();
}
