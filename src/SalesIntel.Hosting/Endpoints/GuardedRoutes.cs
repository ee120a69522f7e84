using SalesIntel.Hosting.Endpoints.Responses;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Maps endpoints that respond to errors themselves (failures, wrong methods, unknown paths of a group), so that nothing has
/// to change in the host's own pipeline.</summary>
/// <param name="group">Where they stand.</param>
/// <param name="call">The call that maps them.</param>
internal sealed class GuardedRoutes(RouteGroupBuilder group, MappedCall call)
{
    private readonly RequestGuard guard =
        ActivatorUtilities.CreateInstance<RequestGuard>(((IEndpointRouteBuilder)group).ServiceProvider);

    /// <summary>Maps an endpoint. Other methods on its path get 405.</summary>
    public IEndpointConventionBuilder Map(string method, string pattern, string name, RequestDelegate endpoint)
    {
        group.Map(pattern, guard.Around(context => RefuseMethodAsync(context, method)))
            .WithMetadata(call).WithDisplayName($"{name} (other methods)").ExcludeFromDescription();
        return group.MapMethods(pattern, [method], guard.Around(endpoint)).WithMetadata(call).WithDisplayName(name);
    }

    /// <summary>Gives 404 to all paths of the group that no endpoint is mapped to.</summary>
    public void MapUnknown(string name) => group.Map("/{**path}", guard.Around(RefusePathAsync))
        .WithMetadata(UnknownPathMetadata.Instance, call).WithDisplayName($"{name} (unknown paths)").ExcludeFromDescription();

    private static Task RefuseMethodAsync(HttpContext context, string method)
    {
        context.Response.Headers.Allow = method;
        return ResponseWriter.ProblemAsync(context, StatusCodes.Status405MethodNotAllowed, "Method Not Allowed",
            "This path does not take this method; see the Allow header.");
    }

    private static Task RefusePathAsync(HttpContext context) =>
        ResponseWriter.ProblemAsync(context, StatusCodes.Status404NotFound, "Not Found", "There is nothing at this path.");
}
