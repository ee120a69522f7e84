using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Gives errors that come without a body (unknown path, wrong method) one, before anything of the host's own pipeline.</summary>
internal sealed class ProblemAnswers : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseStatusCodePages(Explain);
        next(app);
    };

    private static Task Explain(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var detail = status switch
        {
            404 => "There is nothing at this path.",
            405 => "This path does not take this method; see the Allow header.",
            _ => null,
        };
        return Answers.ProblemAsync(http, status, ReasonPhrases.GetReasonPhrase(status), detail);
    }
}
