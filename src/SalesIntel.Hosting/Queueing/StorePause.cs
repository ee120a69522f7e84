using Microsoft.Extensions.Logging;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Queueing;

/// <summary>How long the pump pauses after a failure: 0.5 s, doubled each time, at most 5 s. Says once per outage that the store is
/// away, and once that it is back.</summary>
internal sealed class StorePause(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan next = First;
    private bool storeIsAway;

    public Task StoreLostAsync(StoreUnavailableException exception, CancellationToken cancellationToken)
    {
        if (!storeIsAway)
        {
            storeIsAway = true;
            Log.StoreLost(logger, exception);
        }

        return AfterFailureAsync(cancellationToken);
    }

    public Task AfterFailureAsync(CancellationToken cancellationToken)
    {
        var pause = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return Task.Delay(pause, time, cancellationToken);
    }

    public void Recovered()
    {
        next = First;
        if (storeIsAway)
        {
            storeIsAway = false;
            Log.StoreBack(logger);
        }
    }
}
