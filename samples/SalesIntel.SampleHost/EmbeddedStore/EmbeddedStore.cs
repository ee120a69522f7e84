using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace SalesIntel.SampleHost;

/// <summary>A Redis-compatible server (Microsoft.Garnet) inside this process, for machines on which nothing is installed. What it
/// has acknowledged is in its append-only file, so a kill of the process loses nothing. Each start copies the store into new files: a
/// file that was written to after a kill could not be trusted to be recovered after the next one (adr/0006).</summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const string LockName = "lock";
    private const string EndpointName = "endpoint";
    private const int Threads = 32;

    private readonly string endpoint;
    private readonly FileStream folderLock;
    private readonly EmbeddedServer server;
    private readonly RecoverySentinel sentinel;
    private bool isSettled;

    private EmbeddedStore(
        string endpoint, FileStream folderLock, EmbeddedServer server, RecoverySentinel sentinel, string url, string? loss)
    {
        this.endpoint = endpoint;
        (this.folderLock, this.server, this.sentinel) = (folderLock, server, sentinel);
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
        EmbeddedServer? server = null;
        try
        {
            // Left behind by a kill: it leads nowhere any more.
            File.Delete(endpoint);
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var generations = new StoreGenerations(path);
            var before = generations.Current();
            generations.RemoveAllBut(before);
            server = await EmbeddedServer.StartAsync(generations.PathOf(before + 1), password, loggers, cancellationToken).ConfigureAwait(false);
            if (before > 0)
            {
                await using var source = await RecoveredGeneration.OpenAsync(generations, before, password, loggers, cancellationToken)
                    .ConfigureAwait(false);
                await new StoreCopy(source.Server, server).RunAsync(cancellationToken).ConfigureAwait(false);
            }

            var sentinel = new RecoverySentinel(server.Database, path);
            var loss = await sentinel.FindLossAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            generations.Promote(before + 1);
            if (loss is not null && before > 0)
            {
                generations.SetAside(before);
            }

            generations.RemoveAllBut(before + 1);
            var url = $"redis://:{password}@127.0.0.1:{server.Port}/0";
            var store = new EmbeddedStore(endpoint, folderLock, server, sentinel, url, loss);
            if (loss is null)
            {
                await store.SettleAsync(cancellationToken).ConfigureAwait(false);
            }

            await TellEndpointAsync(endpoint, url, cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            if (server is not null)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }

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
        await sentinel.AdvanceAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        isSettled = true;
    }

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
            await server.DisposeAsync().ConfigureAwait(false);
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
}
