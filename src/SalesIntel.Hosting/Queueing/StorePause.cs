namespace SalesIntel.Hosting.Queueing;

/// <summary>How long the pump pauses after a failure: 0.5 s, then doubled each time. At most 1 s while the store is away, so that work
/// goes on soon after it is back; at most 5 s after what should not happen. Says once per outage that the store is away, and once that
/// it is back.</summary>
internal sealed class StorePause(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestAfterFailure = TimeSpan.FromSeconds(5);

    private TimeSpan next = First;
    private bool storeIsAway;

    public Task StoreLostAsync(StoreUnavailableException exception, CancellationToken cancellationToken)
    {
        if (!storeIsAway)
        {
            storeIsAway = true;
            Log.StoreLost(logger, exception);
        }

        return PauseAsync(LongestAway, cancellationToken);
    }

    public Task AfterFailureAsync(CancellationToken cancellationToken) => PauseAsync(LongestAfterFailure, cancellationToken);

    public void Recovered()
    {
        next = First;
        if (storeIsAway)
        {
            storeIsAway = false;
            Log.StoreBack(logger);
        }
    }

    private Task PauseAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var pause = next < longest ? next : longest;
        next = pause * 2;
        return Task.Delay(pause, time, cancellationToken);
    }
}
