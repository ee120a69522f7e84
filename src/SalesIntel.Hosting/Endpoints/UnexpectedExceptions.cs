using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Answers for a request that failed unexpectedly. Tells the sender nothing about the cause; logs the exception, never the
/// request's body or headers.</summary>
internal sealed class UnexpectedExceptions(ILogger<UnexpectedExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            // The server's own refusal: a body that is too slow or broken off.
            await Answers.ProblemAsync(httpContext, bad.StatusCode, ReasonPhrases.GetReasonPhrase(bad.StatusCode)).ConfigureAwait(false);
            return true;
        }

        if (exception is StoreUnavailableException)
        {
            Log.RequestFailed(logger, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName, exception);
            await Answers.ProblemAsync(httpContext, StatusCodes.Status503ServiceUnavailable, "Store unavailable",
                "The store is away; try again.").ConfigureAwait(false);
            return true;
        }

        Log.RequestFailed(logger, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName, exception);
        await Answers.ProblemAsync(httpContext, StatusCodes.Status500InternalServerError, "Internal Server Error",
            "Something failed that should not; the service's log says more.").ConfigureAwait(false);
        return true;
    }
}
