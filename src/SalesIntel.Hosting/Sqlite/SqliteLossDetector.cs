using SalesIntel.Hosting.Health;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Notices that the file was there before this host started and is gone, or empty. Nothing else is known of what was in it.</summary>
internal sealed class SqliteLossDetector(SqliteStore store) : ILossDetector
{
    private bool isLost;

    public string Prevention => "a disk that outlives the container, nobody who empties the folder, and store backup now and then";

    /// <summary>Looks before the file is created anew, after which nothing shows that there was another.</summary>
    public void LookBeforeOpening() => isLost = store.Files.HasDisappeared;

    public async Task LookAsync(Func<string, CancellationToken, ValueTask> report, CancellationToken cancellationToken)
    {
        if (isLost)
        {
            await report(
                $"The database {store.Files.Path} was there before and is gone or empty. The service goes on with an empty one.",
                cancellationToken)
                .ConfigureAwait(false);
            isLost = false;
        }
    }
}
