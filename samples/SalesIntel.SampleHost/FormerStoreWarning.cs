using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.SampleHost;

/// <summary>Says at the start that the data folder holds data of the store that came before SQLite.</summary>
internal sealed partial class FormerStoreWarning(IOptions<SqliteStoreOptions> store, ILogger<FormerStoreWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = store.Value.DataDirectory;
        if (FormerStore.Find(folder) is { Count: > 0 } left)
        {
            Warn(logger, Path.GetFullPath(folder), string.Join(", ", left));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(4001, LogLevel.Warning, "{Folder} holds data of the embedded store that this program had before SQLite: {Names}. It is not "
        + "read, and events in it are not run. Delete it when nobody needs it any more.", EventName = "FormerStoreLeft")]
    private static partial void Warn(ILogger logger, string folder, string names);
}
