using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Garnet;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace SalesIntel.SampleHost;

/// <summary>A Redis-compatible server (Microsoft.Garnet) inside this process, for machines on which nothing is installed. What it
/// has acknowledged is in its append-only file, so a kill of the process loses nothing.</summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const string LockName = "lock";
    private const string EndpointName = "endpoint";
    private const int StartAttempts = 5;
    private const int Threads = 32;

    private readonly string endpoint;
    private readonly FileStream folderLock;
    private readonly GarnetServer server;
    private readonly ConnectionMultiplexer connection;
    private readonly RecoverySentinel sentinel;
    private bool isSettled;

    private EmbeddedStore(
        string endpoint,
        FileStream folderLock,
        GarnetServer server,
        ConnectionMultiplexer connection,
        RecoverySentinel sentinel,
        string url,
        string? loss)
    {
        this.endpoint = endpoint;
        (this.folderLock, this.server, this.connection, this.sentinel) = (folderLock, server, connection, sentinel);
        (Url, Loss) = (url, loss);
    }

    /// <summary>Where it listens: loopback, a free port, a password that is new with each start.</summary>
    public string Url { get; }

    /// <summary>What the data folder should have held and does not: accepted events may be lost. Null when all is there. Every start
    /// finds it again until <see cref="SettleAsync"/> says that somebody was told.</summary>
    public string? Loss { get; }

    /// <summary>Starts on the data in a folder, which is created when it is missing.</summary>
    /// <exception cref="InvalidOperationException">The folder is in use, not writable, or can't be read; the message says what to do.
    /// </exception>
    public static async Task<EmbeddedStore> StartAsync(string folder, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        // The client blocks a pool thread for each conditional transaction, and here the server that must answer it lives on the same
        // pool: with two threads on two cores they wait for each other until the pool grows, seconds later.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), ports);

        var path = Path.GetFullPath(folder);
        var folderLock = LockFolder(path);
        var endpoint = Path.Combine(path, EndpointName);
        GarnetServer? server = null;
        ConnectionMultiplexer? connection = null;
        try
        {
            // Left behind by a kill: it leads nowhere any more.
            File.Delete(endpoint);
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            (server, var port) = StartServer(path, password, loggers);
            connection = await ConnectAsync(port, password).WaitAsync(cancellationToken).ConfigureAwait(false);
            var sentinel = new RecoverySentinel(connection.GetDatabase(), path);
            var loss = await sentinel.FindLossAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            var url = $"redis://:{password}@127.0.0.1:{port}/0";
            var store = new EmbeddedStore(endpoint, folderLock, server, connection, sentinel, url, loss);

            if (loss is null)
            {
                await store.SettleAsync(cancellationToken).ConfigureAwait(false);
            }

            await TellEndpointAsync(endpoint, url, cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            connection?.Dispose();
            server?.Dispose(deleteDir: false);
            await folderLock.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The address of the store that another process runs on a folder; null when none does.</summary>
    /// <exception cref="InvalidOperationException">There is no store in the folder, or it is in use and does not say where it listens.
    /// </exception>
    public static string? FindRunning(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(path, LockName)))
        {
            throw new InvalidOperationException(
                $"There is no store in {path}. Run this where the service runs, or set DATA_DIR or REDIS_URL as they are set there.");
        }

        try
        {
            LockFolder(path).Dispose();
            return null;
        }
        catch (InvalidOperationException inUse) when (inUse.InnerException is IOException)
        {
            return ReadEndpoint(path);
        }
    }

    /// <summary>Takes what was recovered for the whole: from now on a loss of before is not found any more.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        // A kill in the middle of a transaction leaves its beginning at the end of the append-only file. This recovery left it out; the
        // next one would take the first transaction that follows for a nested one and refuse the whole file.
        await CheckpointAsync(cancellationToken).ConfigureAwait(false);
        await sentinel.AdvanceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        isSettled = true;
    }

    /// <summary>Writes a checkpoint, after which the append-only file starts anew. Also happens by itself when that file has grown.</summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken) =>
        await connection.GetDatabase().ExecuteAsync("SAVE").WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Stops the server; the data stays.</summary>
    public async ValueTask DisposeAsync()
    {
        File.Delete(endpoint);
        try
        {
            if (isSettled)
            {
                await sentinel.AdvanceAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            server.Dispose(deleteDir: false);
            await folderLock.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static FileStream LockFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidOperationException(
                $"The data folder {path} is not writable. Set DATA_DIR to a folder that this user may write, or set REDIS_URL.", exception);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"The data folder {path} is in use by another process, or is not a folder. Stop the other one or set another DATA_DIR; to run "
                + "several hosts set REDIS_URL.", exception);
        }
    }

    // For commands beside the running service. Who may read this file may read the data beside it too.
    private static async Task TellEndpointAsync(string endpoint, string url, CancellationToken cancellationToken)
    {
        var next = endpoint + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var writer = new StreamWriter(next, options))
        {
            await writer.WriteAsync(url.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        File.Move(next, endpoint, overwrite: true);
    }

    private static string ReadEndpoint(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, EndpointName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"A running service holds the store in {path}, and where it listens can't be read: it may be starting, or belong to another "
                + "user. Try again as the service's user, or stop the service first, or give both a REDIS_URL.", exception);
        }
    }

    private static (GarnetServer Server, int Port) StartServer(string path, string password, ILoggerFactory loggers)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FindFreePort();
            GarnetServer? server = null;
            try
            {
                server = new GarnetServer(EmbeddedStoreSettings.Create(path, port, password), loggers, cleanupDir: false);
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
                    $"The embedded store could not start on {path}: {exception.Message} Restore the folder from a backup, or move it away to "
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
