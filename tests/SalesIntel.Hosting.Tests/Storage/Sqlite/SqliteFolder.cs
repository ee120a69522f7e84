using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>A folder with a database, and the stores that a test has opened on it. Each store is like a process of its own.</summary>
internal sealed class SqliteFolder : IAsyncDisposable
{
    private readonly List<SqliteStore> stores = [];

    public string Root { get; } = Directory.CreateTempSubdirectory("salesintel-sqlite-").FullName;

    /// <summary>Not there before the first store is used.</summary>
    public string Data => Path.Combine(Root, "data");

    public string File => Path.Combine(Data, SqliteStoreOptions.FileName);

    public IOptions<SqliteStoreOptions> Options(Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { DataDirectory = Data };
        configure?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public SqliteStore Open(TimeProvider? time = null, Action<SqliteStoreOptions>? configure = null)
    {
        var store = new SqliteStore(Options(configure), time ?? TimeProvider.System, NullLogger<SqliteStore>.Instance);
        stores.Add(store);
        return store;
    }

    public SqliteMaintenance Maintain(Action<SqliteStoreOptions>? configure = null) => new(Options(configure), TimeProvider.System);

    /// <summary>Closes all stores, as when the processes end.</summary>
    public async Task CloseAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        stores.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Root, recursive: true);
    }
}
