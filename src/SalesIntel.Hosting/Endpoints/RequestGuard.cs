using Microsoft.AspNetCore.WebUtilities;
using SalesIntel.Hosting.Endpoints.Responses;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Responds to a request that failed unexpectedly, around each of SalesIntel's endpoints: a handler farther out would leave
/// the response to whatever page the host shows (the developer's page shows stack traces). The sender learns nothing about the cause;
/// the log gets the exception, never the request's body or headers.</summary>
internal sealed class RequestGuard(ILogger<RequestGuard> logger)
{
    public RequestDelegate Around(RequestDelegate endpoint) => async context =>
    {
        try
        {
            await endpoint(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.SenderGone(logger, context.GetEndpoint()?.DisplayName, exception.GetType().Name);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await RespondAsync(context, exception).ConfigureAwait(false);
        }
    };

    private Task RespondAsync(HttpContext context, Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            // The sender's fault: a body that is broken or too slow. Anybody can send one, so it is nothing to wake people for.
            Log.BodyUnreadable(logger, context.GetEndpoint()?.DisplayName, bad);
            return ResponseWriter.ProblemAsync(
                context, bad.StatusCode, ReasonPhrases.GetReasonPhrase(bad.StatusCode), "The body could not be read.");
        }

        Log.RequestFailed(logger, context.Request.Method, context.GetEndpoint()?.DisplayName, exception);
        return exception is StoreUnavailableException
            ? ResponseWriter.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "Store unavailable",
                "The store is away; try again.")
            : ResponseWriter.ProblemAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error",
                "Something failed that should not; the service's log says more.");
    }
}
