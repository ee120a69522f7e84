using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Hosting.Redis;
using SalesIntel.SampleHost;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class EmbeddedFixture : IRedisFixture, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-embedded-").FullName;
    private EmbeddedStore? server;
    private ConnectionMultiplexer? admin;

    public string Url => server!.Url;

    public bool IsEmbedded => true;

    public IConnectionMultiplexer Admin => admin!;

    public async Task InitializeAsync()
    {
        server = await EmbeddedStore.StartAsync(folder, NullLoggerFactory.Instance, CancellationToken.None);
        var options = RedisUrl.Parse(server.Url);
        options.AllowAdmin = true;
        admin = await ConnectionMultiplexer.ConnectAsync(options);
    }

    public async Task DisposeAsync()
    {
        admin?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
