using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Demo;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Machines;

/// <summary>Everything that runs: the store, the stand-ins, one process that receives and those that work.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly DirectoryInfo data;
    private readonly HttpClient http;
    private bool isDataKept;

    private Site(DirectoryInfo data, HttpClient http, SimulatorServer simulator, RedisServer? redis, IReadOnlyList<HostProcess> hosts)
    {
        (this.data, this.http, Simulator, Redis, Hosts) = (data, http, simulator, redis, hosts);
        Receiver = hosts[0];
        Workers = hosts.Count > 1 ? [.. hosts.Skip(1)] : hosts;
    }

    public SimulatorServer Simulator { get; }

    /// <summary>Null with the SQLite store.</summary>
    public RedisServer? Redis { get; }

    public IReadOnlyList<HostProcess> Hosts { get; }

    public HostProcess Receiver { get; }

    public IReadOnlyList<HostProcess> Workers { get; }

    public HttpClient Http => http;

    /// <summary>Leaves the data folder for whoever wants to look into it; its path.</summary>
    public string KeepData()
    {
        isDataKept = true;
        return data.FullName;
    }

    /// <summary>Starts all of it.</summary>
    /// <param name="store">The store; nothing is started for a Redis that the overrides name.</param>
    /// <param name="workers">Worker processes beside one that receives; 0 = one process for both.</param>
    /// <param name="simulation">How the stand-ins behave.</param>
    /// <param name="overrides">Variables of the hosts that differ from the demo's.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Site> StartAsync(
        StoreKind store,
        int workers,
        SimulatorOptions simulation,
        IReadOnlyDictionary<string, string?> overrides,
        CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("salesintel-chaos-");
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var simulator = await SimulatorServer.StartAsync(simulation, cancellationToken);
        // Not "everysec": while its disk is slow, Redis then answers before it writes, and what it answered is gone when it is killed.
        var redis = store == StoreKind.Redis && !overrides.ContainsKey("REDIS_URL")
            ? await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always")
            : null;
        var variables = DemoCommand.Variables(simulator.BaseUrl, data.FullName);
        variables["REDIS_URL"] = redis?.Url;
        variables["ALLOW_DEBUG_ENDPOINTS"] = "true";
        foreach (var (name, value) in overrides)
        {
            variables[name] = value;
        }

        var roles = workers == 0 ? ["all"] : Enumerable.Repeat("worker", workers).Prepend("api").ToArray();
        var site = new Site(
            data,
            http,
            simulator,
            redis,
            [.. roles.Select((role, number) => new HostProcess($"{role} {number}", With(variables, role)))]);
        try
        {
            await Task.WhenAll(site.Hosts.Select(host => host.StartAsync(http, cancellationToken)));
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }

        await Simulator.DisposeAsync();
        if (Redis is not null)
        {
            await Redis.DisposeAsync();
        }

        http.Dispose();
        if (!isDataKept)
        {
            data.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string?> With(Dictionary<string, string?> variables, string role) =>
        new(variables) { ["SALESINTEL_ROLE"] = role };
}
