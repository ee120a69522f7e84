using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Maps endpoints that answer their errors themselves: failures, wrong methods, and unknown paths of a group. So nothing has
/// to be changed in the host's own pipeline.</summary>
internal sealed class GuardedRoutes(RouteGroupBuilder group)
{
    private readonly RequestGuard guard =
        ActivatorUtilities.CreateInstance<RequestGuard>(((IEndpointRouteBuilder)group).ServiceProvider);

    /// <summary>Maps an endpoint; other methods of its path are answered with 405.</summary>
    public IEndpointConventionBuilder Map(string method, string pattern, string name, RequestDelegate endpoint)
    {
        group.Map(pattern, guard.Around(context => RefuseMethodAsync(context, method)))
            .WithDisplayName($"{name} (other methods)").ExcludeFromDescription();
        return group.MapMethods(pattern, [method], guard.Around(endpoint)).WithDisplayName(name);
    }

    /// <summary>Answers all paths of the group that nothing else is mapped to with 404.</summary>
    public void MapUnknown(string name) => group.Map("/{**path}", guard.Around(RefusePathAsync))
        .WithMetadata(UnknownPathMetadata.Instance).WithDisplayName($"{name} (unknown paths)").ExcludeFromDescription();

    private static Task RefuseMethodAsync(HttpContext context, string method)
    {
        context.Response.Headers.Allow = method;
        return Answers.ProblemAsync(context, StatusCodes.Status405MethodNotAllowed, "Method Not Allowed",
            "This path does not take this method; see the Allow header.");
    }

    private static Task RefusePathAsync(HttpContext context) =>
        Answers.ProblemAsync(context, StatusCodes.Status404NotFound, "Not Found", "There is nothing at this path.");
}
