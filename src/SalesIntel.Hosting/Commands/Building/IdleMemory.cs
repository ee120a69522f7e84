using SalesIntel.Hosting.Health;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>Gives the memory of objects that nobody uses any more, and of caches, back to the system as soon as the service is idle, once after
/// its start and once after each burst. The runtime by itself would collect when new memory is asked for, which an idle service does for hours.
/// </summary>
internal sealed class IdleMemory(IEnumerable<ICachedMemory> caches, TimeProvider time, ILogger<IdleMemory> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lull = new AllocationLull();
        using var tick = new PeriodicTimer(Interval, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await tick.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
            if (lull.IsWorthCollecting(GC.GetTotalAllocatedBytes()))
            {
                Collect();
                await ReleaseAsync(stoppingToken).ConfigureAwait(false);
                SystemAllocator.Trim();
            }
        }
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var cache in caches)
        {
            try
            {
                Log.Released(logger, await cache.ReleaseAsync(cancellationToken).ConfigureAwait(false) >> 10);
            }
            catch (StoreUnavailableException exception)
            {
                // Whoever needs the store reports that it is not there; here nothing is lost.
                Log.NotReleased(logger, exception.Message);
            }
        }
    }

    private void Collect()
    {
        var begun = time.GetTimestamp();
        var before = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var after = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
        Log.Collected(logger, before >> 10, after >> 10, time.GetElapsedTime(begun).TotalMilliseconds);
    }
}
