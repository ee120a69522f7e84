using Microsoft.Extensions.Logging;

namespace SalesIntel.SampleHost;

/// <summary>What a generation holds, recovered from a copy of its files. A server that has recovered too little writes over the rest: so
/// none is ever started on the files themselves, and a recovery that came back without all that was there is made again.</summary>
internal sealed class RecoveredGeneration : IAsyncDisposable
{
    private const int Attempts = 3;

    private readonly string copy;

    private RecoveredGeneration(EmbeddedServer server, string copy) => (Server, this.copy) = (server, copy);

    public EmbeddedServer Server { get; }

    /// <summary>Recovers a generation; the last attempt counts, whatever it brought.</summary>
    /// <exception cref="InvalidOperationException">Its files can't be recovered at all; the message says what to do.</exception>
    public static async Task<RecoveredGeneration> OpenAsync(
        StoreGenerations generations, long number, string password, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var copy = generations.Copy(number);
            var server = await EmbeddedServer.StartAsync(copy, password, loggers, cancellationToken).ConfigureAwait(false);
            var opened = new RecoveredGeneration(server, copy);
            try
            {
                var (stored, expected) = await new RecoverySentinel(server.Database, generations.Folder).ReadAsync().WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
                if (stored >= expected || attempt == Attempts)
                {
                    return opened;
                }

                RecoveryLog.TooLittle(loggers.CreateLogger<EmbeddedStore>(), generations.PathOf(number), stored, expected, attempt, Attempts);
            }
            catch
            {
                await opened.DisposeAsync().ConfigureAwait(false);
                throw;
            }

            await opened.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(copy, recursive: true);
    }
}
