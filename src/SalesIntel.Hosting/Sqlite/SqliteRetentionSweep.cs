using Coravel.Invocable;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Removes what has ended. Each process does it; who comes second finds nothing.</summary>
internal sealed class SqliteRetentionSweep(SqliteStore store, ILogger<SqliteRetentionSweep> logger) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        try
        {
            await store.Retention.RunAsync(CancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            Log.RetentionPutOff(logger, exception.Message);
        }
        catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
        {
            // The host stops; what is left is removed after its next start.
        }
    }
}
