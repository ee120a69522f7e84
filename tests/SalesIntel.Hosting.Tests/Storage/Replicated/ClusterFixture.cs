using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class ClusterFixture : IRedisFixture, IAsyncLifetime
{
    private RedisCluster? cluster;
    private ConnectionMultiplexer? admin;

    public RedisCluster Cluster => cluster!;

    public string Url => cluster!.Url;


    public IConnectionMultiplexer Admin => admin!;

    public async Task InitializeAsync()
    {
        cluster = await RedisCluster.StartAsync();
        admin = await cluster.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        admin?.Dispose();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }
}
