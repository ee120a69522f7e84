using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Says whether this process can do its work: the store answers, and the pump (where there is one) is not silent.</summary>
internal sealed class HealthEndpoint(
    IEventStore store, SalesIntelSettings settings, TimeProvider time, ILogger<HealthEndpoint> logger, PumpHealth? pump = null)
{
    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    public async Task HandleAsync(HttpContext context)
    {
        var (status, reason) = await AskStoreAsync(context.RequestAborted).ConfigureAwait(false);
        if (pump is { } watched && watched.SilentFor > SilenceLimit)
        {
            reason ??= $"The pump has been silent for more than {SilenceLimit.TotalSeconds} s; restart this process.";
        }

        if (reason is not null)
        {
            Log.NotHealthy(logger, reason);
        }

        var answer = new HealthAnswer
        {
            Status = reason is null ? "ok" : "unavailable",
            Reason = reason,
            Store = status is null ? null : StoreAnswer.From(status, time.GetUtcNow()),
            Role = settings.Role.ToString().ToLowerInvariant(),
            DryRun = settings.DryRun,
            Pump = pump?.Answer(),
        };
        var code = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await Answers.JsonAsync(context, code, answer, AnswersJson.Default.HealthAnswer).ConfigureAwait(false);
    }

    private async Task<(StoreStatus? Status, string? Reason)> AskStoreAsync(CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(StoreLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return (await store.GetStatusAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false), null);
        }
        catch (StoreUnavailableException exception)
        {
            return (null, $"The store is away: {exception.Message}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return (null, $"The store did not answer within {StoreLimit.TotalSeconds} s.");
        }
    }
}
