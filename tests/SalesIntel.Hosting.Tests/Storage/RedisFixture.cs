using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class RedisFixture : IRedisFixture, IAsyncLifetime
{
    private RedisServer? server;
    private ConnectionMultiplexer? admin;

    public string Url => server!.Url;

    public IConnectionMultiplexer Admin => admin!;

    public async Task InitializeAsync()
    {
        server = await RedisServer.StartAsync();
        admin = await server.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        admin?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
