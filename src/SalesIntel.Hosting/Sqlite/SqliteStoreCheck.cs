using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Opens the database before anything of this host starts. The host does not start with a file that can't be used until somebody
/// does something about it; with a trouble that may pass, such as a full disk, it starts and answers 503 until then.</summary>
internal sealed class SqliteStoreCheck(SqliteStore store, IAlerts alerts, ILogger<SqliteStoreCheck> logger)
    : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">The file can't be used; the message says what to do.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (store.Files.HasDisappeared)
        {
            // Before the file is created anew, after which nothing shows that there was another.
            await alerts.RaiseAsync(Disappeared(), cancellationToken).ConfigureAwait(false);
        }

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

    private Alert Disappeared() => new()
    {
        Fingerprint = "sqlite:disappeared",
        Title = "The store has lost data: accepted events may be missing",
        Detail = $"The database {store.Files.Path} was there before and is gone. The service goes on with an empty one.",
        Action = "If that was not meant: stop the service, and restore a backup (store restore FILE --force) or put the file back. Else "
            + "compare recent bookings and meetings with the CRM.",
    };
}
