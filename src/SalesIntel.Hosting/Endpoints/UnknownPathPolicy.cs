using Microsoft.AspNetCore.Routing.Matching;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Removes the endpoint for unknown paths from the candidates for a path that somebody has mapped more specifically, for
/// example the host with <c>POST /webhooks/{provider}</c>. Because that endpoint takes all methods, it would otherwise also take the
/// requests that get the host's own 405. Has no effect on other endpoints.</summary>
internal sealed class UnknownPathPolicy : MatcherPolicy, INodeBuilderPolicy
{
    // Before endpoints are chosen by method.
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => IsOutOfPlace(endpoint, endpoints));

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [new PolicyNodeEdge("", [.. endpoints.Where(endpoint => !IsOutOfPlace(endpoint, endpoints))])];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new OnlyEdge(edges[0].Destination);

    // Whether an endpoint is for unknown paths, although another one knows this path.
    private static bool IsOutOfPlace(Endpoint endpoint, IReadOnlyList<Endpoint> all) =>
        endpoint is RouteEndpoint unknown && unknown.Metadata.GetMetadata<UnknownPathMetadata>() is not null
        && all.Any(other => other is RouteEndpoint known && IsMoreSpecific(known, unknown));

    private static bool IsMoreSpecific(RouteEndpoint known, RouteEndpoint unknown) => known.Order != unknown.Order
        ? known.Order < unknown.Order
        : known.RoutePattern.InboundPrecedence < unknown.RoutePattern.InboundPrecedence;

    private sealed class OnlyEdge(int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => destination;
    }
}
