using System.Diagnostics;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>A primary, its replicas, and Sentinels that promote a replica when the primary is gone for a second.</summary>
public sealed class RedisSentinels : IAsyncDisposable
{
    public const string Service = "sales";

    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-sentinel-").FullName;
    private readonly List<Process> sentinels = [];
    private readonly List<int> ports = [];

    private readonly string password;

    private RedisSentinels(IReadOnlyList<RedisServer> servers, string password) => (Servers, this.password) = (servers, password);

    /// <summary>The first primary, then its replicas.</summary>
    public IReadOnlyList<RedisServer> Servers { get; }

    public string Url => UrlWith("");

    public string UrlWith(string credentials) =>
        $"redis-sentinel://{credentials}{string.Join(',', ports.Select(port => $"127.0.0.1:{port}"))}/{Service}";

    /// <param name="replicas">How many replicas.</param>
    /// <param name="password">Of the servers, not of the Sentinels; empty = none.</param>
    /// <param name="settings">Of every server.</param>
    public static async Task<RedisSentinels> StartAsync(int replicas = 2, string password = "", params string[] settings)
    {
        // Replicas are made without waiting for others.
        string[] common = [.. settings, "--repl-diskless-sync-delay", "0"];
        string[] secrets = password.Length == 0 ? [] : ["--requirepass", password, "--masterauth", password];
        List<RedisServer> servers = [await RedisServer.StartAsync([.. common, .. secrets])];
        for (var number = 0; number < replicas; number++)
        {
            servers.Add(await RedisServer.StartAsync([.. common, .. secrets, "--replicaof", "127.0.0.1", $"{servers[0].Port}"]));
        }

        var started = new RedisSentinels(servers, password);
        await started.UntilFollowedAsync(servers[0]);
        for (var number = 0; number < 3; number++)
        {
            await started.AddSentinelAsync();
        }

        // Until each knows the others and the replicas, none can be promoted.
        foreach (var port in started.ports)
        {
            using var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(new ConfigurationOptions { EndPoints = { { "127.0.0.1", port } } });
            var server = sentinel.GetServers()[0];
            await UntilAsync(async () => (await server.SentinelReplicasAsync(Service)).Length == replicas
                && (await server.SentinelSentinelsAsync(Service)).Length == 2);
        }

        return started;
    }

    /// <summary>The server that the Sentinels name now.</summary>
    public async Task<RedisServer> FindPrimaryAsync()
    {
        using var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(new ConfigurationOptions { EndPoints = { { "127.0.0.1", ports[0] } } });
        var address = await sentinel.GetServers()[0].SentinelGetMasterAddressByNameAsync(Service);
        return Servers.Single(server => $"{address}".EndsWith($":{server.Port}", StringComparison.Ordinal));
    }

    /// <summary>From now on the replicas get nothing from this primary, until it is started again.</summary>
    public async Task CutReplicasOffAsync(RedisServer primary)
    {
        using var admin = await primary.ConnectAsync(password.Length == 0 ? null : password);
        var server = admin.GetServers()[0];
        await server.ExecuteAsync("ACL", "SETUSER", "default", "-psync", "-sync", "-replconf");
        await server.ExecuteAsync("CLIENT", "KILL", "TYPE", "replica");
    }

    /// <summary>Returns when all servers but the primary follow it.</summary>
    public async Task UntilWholeAsync() => await UntilFollowedAsync(await FindPrimaryAsync());

    public async Task KillSentinelsAsync()
    {
        foreach (var process in sentinels)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        sentinels.Clear();
    }

    public async Task StartSentinelsAgainAsync()
    {
        foreach (var port in ports)
        {
            sentinels.Add(await LaunchAsync(port));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillSentinelsAsync();
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task AddSentinelAsync()
    {
        var port = RedisServer.FindFreePort();
        List<string> lines =
        [
            $"port {port}",
            "bind 127.0.0.1",
            $"dir {folder}",
            $"sentinel monitor {Service} 127.0.0.1 {Servers[0].Port} 2",
            $"sentinel down-after-milliseconds {Service} 1000",
            $"sentinel failover-timeout {Service} 5000",
        ];
        if (password.Length > 0)
        {
            lines.Add($"sentinel auth-pass {Service} {password}");
        }

        await File.WriteAllLinesAsync(FileOf(port), lines);
        ports.Add(port);
        sentinels.Add(await LaunchAsync(port));
    }

    private string FileOf(int port) => Path.Combine(folder, $"{port}.conf");

    private Task<Process> LaunchAsync(int port) => RedisServer.LaunchAsync([FileOf(port), "--sentinel"], "+monitor");

    private async Task UntilFollowedAsync(RedisServer primary)
    {
        using var admin = await primary.ConnectAsync(password.Length == 0 ? null : password);
        await UntilAsync(async () => (await admin.GetServers()[0].InfoAsync("replication"))[0].Count(line =>
            line.Key.StartsWith("slave", StringComparison.Ordinal) && line.Value.Contains("state=online", StringComparison.Ordinal)) == Servers.Count - 1);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
