using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints.Responses;
using SalesIntel.Hosting.Health;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Says whether this process can do its work.</summary>
internal sealed class HealthEndpoint(
    HealthProbe probe,
    IOptions<HostingOptions> hosting,
    IOptions<ProcessingOptions> processing,
    TimeProvider time,
    ILogger<HealthEndpoint> logger)
{
    // Anybody may ask. Where the store is, which its failures name, is for those who may see /debug, and for the log.
    private const string StoreAway = "The store is away; the log says why.";

    public async Task HandleAsync(HttpContext context)
    {
        var (status, reason) = await probe.AskStoreAsync(context.RequestAborted).ConfigureAwait(false);
        reason ??= probe.PumpTrouble;
        if (reason is not null)
        {
            Log.NotHealthy(logger, reason);
        }

        var response = new HealthResponse
        {
            Status = reason is null ? "ok" : "unavailable",
            Reason = status is not null || hosting.Value.AllowDebugEndpoints ? reason : StoreAway,
            Store = status is null ? null : StoreResponse.From(status, time.GetUtcNow()),
            Role = hosting.Value.Role.ToString().ToLowerInvariant(),
            DryRun = processing.Value.DryRun,
            Pump = PumpResponse.From(probe.Pump),
        };
        var code = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await ResponseWriter.JsonAsync(context, code, response, ResponsesJson.Default.HealthResponse).ConfigureAwait(false);
    }
}
