using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>A cluster of three primaries on loopback.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private const int Slots = 16384;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private RedisCluster(IReadOnlyList<RedisServer> nodes) => Nodes = nodes;

    public IReadOnlyList<RedisServer> Nodes { get; }

    public string Url => $"redis://{string.Join(',', Nodes.Select(node => $"127.0.0.1:{node.Port}"))}";

    public static async Task<RedisCluster> StartAsync()
    {
        List<RedisServer> nodes = [];
        List<int> busPorts = [];
        for (var number = 0; number < 3; number++)
        {
            busPorts.Add(RedisServer.FindFreePort());
            nodes.Add(await RedisServer.StartAsync(
                "--cluster-enabled", "yes", "--cluster-port", $"{busPorts[number]}", "--cluster-node-timeout", "2000"));
        }

        var cluster = new RedisCluster(nodes);
        await cluster.JoinAsync(busPorts);
        return cluster;
    }

    public Task<ConnectionMultiplexer> ConnectAsync()
    {
        var options = new ConfigurationOptions { AllowAdmin = true };
        foreach (var node in Nodes)
        {
            options.EndPoints.Add("127.0.0.1", node.Port);
        }

        return ConnectionMultiplexer.ConnectAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }

    private async Task JoinAsync(List<int> busPorts)
    {
        for (var number = 0; number < Nodes.Count; number++)
        {
            using var admin = await Nodes[number].ConnectAsync();
            var server = admin.GetServers()[0];
            await server.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", Slots * number / Nodes.Count, (Slots * (number + 1) / Nodes.Count) - 1);
            await server.ExecuteAsync("CLUSTER", "MEET", "127.0.0.1", Nodes[0].Port, busPorts[0]);
        }

        using var limit = new CancellationTokenSource(Patience);
        foreach (var node in Nodes)
        {
            using var admin = await node.ConnectAsync();
            while (!await IsCompleteAsync(admin.GetServers()[0]))
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    private async Task<bool> IsCompleteAsync(IServer server)
    {
        var info = (await server.ExecuteAsync("CLUSTER", "INFO")).ToString();
        return info.Contains("cluster_state:ok", StringComparison.Ordinal)
            && info.Contains($"cluster_known_nodes:{Nodes.Count}", StringComparison.Ordinal);
    }
}
