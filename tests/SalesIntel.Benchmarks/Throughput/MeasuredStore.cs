using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Storage;

namespace SalesIntel.Benchmarks.Throughput;

/// <summary>A store to measure: a redis-server of its own, or a SQLite file.</summary>
internal sealed class MeasuredStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly RedisServer? server;

    private MeasuredStore(string name, DirectoryInfo folder, RedisServer? server)
    {
        Name = name;
        this.folder = folder;
        this.server = server;
    }

    public string Name { get; }

    /// <summary>Redis with an append-only file and fsync every second; SQLite as it is by default, which waits for the disk.</summary>
    public static async Task<MeasuredStore> StartAsync(string name) => new(
        name,
        Directory.CreateTempSubdirectory("salesintel-throughput-"),
        name == "redis" ? await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec") : null);

    public void AddTo(ISalesIntelBuilder salesIntel) => _ = server is { } redis
        ? salesIntel.AddRedisStore(options => options.Url = redis.Url)
        : salesIntel.AddSqliteStore(options => options.Path = Path.Combine(folder.FullName, "salesintel.db"));

    /// <summary>The processor time that the server has used; zero for a store in this process.</summary>
    public async Task<TimeSpan> ServerTimeAsync()
    {
        if (server is null)
        {
            return TimeSpan.Zero;
        }

        await using var admin = await server.ConnectAsync();
        var cpu = (await admin.GetServers()[0].InfoAsync("cpu")).SelectMany(section => section).ToDictionary(pair => pair.Key, pair => pair.Value);
        return Seconds("used_cpu_user") + Seconds("used_cpu_sys");

        TimeSpan Seconds(string field) => TimeSpan.FromSeconds(double.Parse(cpu[field], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
