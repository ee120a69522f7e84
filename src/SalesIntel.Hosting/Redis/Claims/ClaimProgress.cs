namespace SalesIntel.Hosting.Redis;

/// <summary>How far a question for work has come; read by the asker when it gives up.</summary>
internal sealed class ClaimProgress
{
    private ClaimAttempt? attempt;

    /// <summary>What is, or may be, taken; null while nothing can be.</summary>
    public ClaimAttempt? Attempt
    {
        get => Volatile.Read(ref attempt);

        // With a fence: what the writer reads next must not be older than this.
        set => Interlocked.Exchange(ref attempt, value);
    }
}
