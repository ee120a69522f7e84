namespace SalesIntel.Hosting.Sqlite;

/// <summary>Opens the database before anything of this host starts. The host does not start with a file that can't be used until somebody
/// does something about it; with a trouble that may pass, such as a full disk, it starts and answers 503 until then.</summary>
internal sealed class SqliteStoreCheck(SqliteStore store, SqliteLossDetector losses, ILogger<SqliteStoreCheck> logger)
    : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">The file can't be used; the message says what to do.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        losses.LookBeforeOpening();
        try
        {
            await store.OpenAsync(cancellationToken).ConfigureAwait(false);
            foreach (var risk in SqliteVolume.FindRisks(store.Files))
            {
                Log.AtRisk(logger, risk);
            }

            var status = await store.GetStatusAsync(cancellationToken).ConfigureAwait(false);
            Log.Checked(logger, store.Files.Path, status.LanesWaiting, status.DeadLetters);
        }
        catch (StoreUnavailableException exception) when (SqliteFailure.IsLasting(exception))
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
        catch (StoreUnavailableException exception)
        {
            Log.CheckPutOff(logger, exception.Message);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
