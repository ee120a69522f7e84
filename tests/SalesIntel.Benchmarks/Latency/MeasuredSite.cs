using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Demo;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>What hosts are measured beside: a store and the simulator without latency, each a process of its own (a SQLite file is in the
/// hosts).</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly RedisServer? redis;
    private readonly ChildProcess simulator;

    private MeasuredSite(DirectoryInfo folder, RedisServer? redis, ChildProcess simulator)
    {
        (this.folder, this.redis, this.simulator) = (folder, redis, simulator);
        Crm = new HttpClient { BaseAddress = simulator.Url };
    }

    /// <summary>The simulator.</summary>
    public HttpClient Crm { get; }

    /// <summary>The processor time and memory of the simulator.</summary>
    public (TimeSpan Processor, long Memory) SimulatorUsed => simulator.Used;

    /// <summary>Starts all of it.</summary>
    /// <param name="store"><c>redis</c> (append-only file, fsync every second) or <c>sqlite</c> (a sync for each commit).</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="simulator">Arguments of the simulator.</param>
    public static async Task<MeasuredSite> StartAsync(string store, CancellationToken cancellationToken, params string[] simulator)
    {
        var folder = Directory.CreateTempSubdirectory("salesintel-measured-");
        var redis = store == "redis" ? await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec") : null;
        return new MeasuredSite(folder, redis, await ChildProcess.StartAsync(
            "SalesIntel.Simulator", folder.FullName, new Dictionary<string, string?>(), simulator, cancellationToken));
    }

    /// <summary>Starts a host in a role.</summary>
    /// <param name="role">Of the sample host.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="more">Variables besides those that it needs.</param>
    public Task<ChildProcess> StartHostAsync(string role, CancellationToken cancellationToken, params (string Name, string? Value)[] more)
    {
        var variables = DemoCommand.Variables(simulator.Url, Path.Combine(folder.FullName, "data"));
        variables["REDIS_URL"] = redis?.Url;
        variables["LOG_LEVEL"] = "INFO";
        variables["SALESINTEL_ROLE"] = role;
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return ChildProcess.StartAsync("SalesIntel.SampleHost", folder.FullName, variables, [], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Crm.Dispose();
        simulator.Dispose();
        if (redis is not null)
        {
            await redis.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
