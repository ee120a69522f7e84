using Microsoft.Extensions.Logging;

namespace SalesIntel.SampleHost;

/// <summary>What a generation holds, recovered from a copy of its files: a server may write over what it could not recover, so none is ever
/// started on the files themselves.</summary>
internal sealed class RecoveredGeneration : IAsyncDisposable
{
    private readonly string copy;

    private RecoveredGeneration(EmbeddedServer server, string copy) => (Server, this.copy) = (server, copy);

    public EmbeddedServer Server { get; }

    /// <summary>Recovers a generation.</summary>
    /// <exception cref="InvalidOperationException">Its files can't be recovered; the message says what to do.</exception>
    public static async Task<RecoveredGeneration> OpenAsync(
        StoreGenerations generations, long number, string password, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var copy = generations.Copy(number);
        TornTail.Mend(copy);
        return new RecoveredGeneration(
            await EmbeddedServer.StartAsync(copy, password, loggers, cancellationToken).ConfigureAwait(false), copy);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(copy, recursive: true);
    }
}
