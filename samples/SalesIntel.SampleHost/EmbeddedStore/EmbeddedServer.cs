using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace SalesIntel.SampleHost;

/// <summary>One running Garnet on one folder, with a connection to it.</summary>
internal sealed class EmbeddedServer : IAsyncDisposable
{
    private const int StartAttempts = 5;

    private readonly GarnetServer server;
    private readonly ConnectionMultiplexer connection;

    private EmbeddedServer(GarnetServer server, ConnectionMultiplexer connection, int port)
    {
        (this.server, this.connection) = (server, connection);
        Port = port;
    }

    /// <summary>Its port on the loopback address.</summary>
    public int Port { get; }

    public IDatabase Database => connection.GetDatabase();

    /// <summary>All keys, in no order.</summary>
    public IAsyncEnumerable<RedisKey> KeysAsync(int pageSize) => connection.GetServers()[0].KeysAsync(pageSize: pageSize);

    /// <summary>Starts on a folder, with what was stored there.</summary>
    /// <exception cref="InvalidOperationException">It can't be started; the message says what to do.</exception>
    public static async Task<EmbeddedServer> StartAsync(
        string folder, string password, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var (server, port) = Start(folder, password, loggers);
        try
        {
            return new EmbeddedServer(server, await ConnectAsync(port, password).WaitAsync(cancellationToken).ConfigureAwait(false), port);
        }
        catch
        {
            server.Dispose(deleteDir: false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        server.Dispose(deleteDir: false);
    }

    private static (GarnetServer Server, int Port) Start(string folder, string password, ILoggerFactory loggers)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FindFreePort();
            GarnetServer? server = null;
            try
            {
                server = new GarnetServer(EmbeddedStoreSettings.Create(folder, port, password), loggers, cleanupDir: false);
                server.Start();
                return (server, port);
            }
            catch (SocketException) when (attempt < StartAttempts)
            {
                // Somebody else took the port between finding and binding it: take another.
                server?.Dispose(deleteDir: false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                server?.Dispose(deleteDir: false);
                throw new InvalidOperationException(
                    $"The embedded store could not start on {folder}: {exception.Message} Restore the data folder from a backup, or move it away to "
                    + "start empty, or set REDIS_URL.", exception);
            }
        }
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(int port, string password)
    {
        var options = new ConfigurationOptions
        {
            EndPoints = { { IPAddress.Loopback, port } },
            Password = password,
            AllowAdmin = true,
            AsyncTimeout = 60_000,
        };
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
