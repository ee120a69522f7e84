using Coravel.Invocable;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Runs all housekeeping, one after another.</summary>
internal sealed class HousekeepingSweep(IEnumerable<IHousekeeping> all, ILogger<HousekeepingSweep> logger)
    : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        foreach (var housekeeping in all)
        {
            try
            {
                await housekeeping.RunAsync(CancellationToken).ConfigureAwait(false);
                Log.HousekeepingDone(logger, housekeeping.Name);
            }
            catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.HousekeepingFailed(logger, housekeeping.Name, exception);
            }
        }
    }
}
