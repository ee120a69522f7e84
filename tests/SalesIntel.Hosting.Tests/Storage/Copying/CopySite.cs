using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Copying;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Storage.Sqlite;

namespace SalesIntel.Hosting.Tests.Storage.Copying;

/// <summary>A file and a Redis between which tests copy.</summary>
internal sealed class CopySite : IAsyncDisposable
{
    private readonly RedisServer server;

    private CopySite(RedisServer server) => this.server = server;

    public SqliteFolder Folder { get; } = new();

    public string Url => server.Url;

    public string Prefix { get; init; } = "";

    public static async Task<CopySite> StartAsync(string prefix = "") => new(await RedisServer.StartAsync()) { Prefix = prefix };

    public StoreCopy Copy(string? file = null) => new(
        Options.Create(new SqliteStoreOptions { Path = file ?? Folder.File }),
        Options.Create(new RedisStoreOptions { KeyPrefix = Prefix }),
        TimeProvider.System,
        NullLoggerFactory.Instance);

    public RedisStore Redis() => new(
        Options.Create(new RedisStoreOptions { Url = Url, KeyPrefix = Prefix }), TimeProvider.System, NullLogger<RedisStore>.Instance);

    public SqliteStore Sqlite(string? file = null) => new(
        Options.Create(new SqliteStoreOptions { Path = file ?? Folder.File }), TimeProvider.System, NullLogger<SqliteStore>.Instance);

    /// <summary>A connection that knows nothing of the store.</summary>
    public Task<StackExchange.Redis.ConnectionMultiplexer> ConnectAsync() => server.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        await Folder.DisposeAsync();
        await server.DisposeAsync();
    }
}
