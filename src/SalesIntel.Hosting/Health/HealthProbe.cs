using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;

namespace SalesIntel.Hosting.Health;

/// <summary>Finds out whether this process can do its work: the store answers, and the pump (where there is one) is not silent.</summary>
internal sealed class HealthProbe(
    IEventStore store, IOptions<HostingOptions> options, TimeProvider time, PumpHealth? pump = null)
{
    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    /// <summary>The pump of this process; null where there is none.</summary>
    public PumpHealth? Pump => options.Value.Role == HostRole.Api ? null : pump;

    /// <summary>Why no events are taken here although they should be; null when all is well.</summary>
    public string? PumpTrouble => Pump is { } watched && watched.SilentFor > SilenceLimit
        ? $"The pump has been silent for more than {SilenceLimit.TotalSeconds} s; restart this process."
        : null;

    /// <summary>Asks the store for its status; the reason says why there is none. It may name a host or a file.</summary>
    public async Task<(StoreStatus? Status, string? Reason)> AskStoreAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StoreLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (await store.GetStatusAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false), null);
        }
        catch (StoreUnavailableException exception)
        {
            return (null, $"The store is away: {exception.Message}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, $"The store did not answer within {StoreLimit.TotalSeconds} s.");
        }
    }
}
