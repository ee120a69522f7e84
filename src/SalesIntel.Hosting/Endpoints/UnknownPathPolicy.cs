using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Keeps the answer to unknown paths away from paths that the host has mapped more closely, for example
/// <c>POST /webhooks/{provider}</c>: an endpoint that takes all methods would otherwise answer the methods that the host's own
/// does not take, where the host answers 405. Does nothing where no such endpoint of SalesIntel's is involved.</summary>
internal sealed class UnknownPathPolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Before endpoints are told apart by method.</summary>
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => IsOutOfPlace(endpoint, endpoints));

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [new PolicyNodeEdge("", [.. endpoints.Where(endpoint => !IsOutOfPlace(endpoint, endpoints))])];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new OnlyEdge(edges[0].Destination);

    // Whether an endpoint answers unknown paths, and this path is known to somebody.
    private static bool IsOutOfPlace(Endpoint endpoint, IReadOnlyList<Endpoint> all) =>
        endpoint is RouteEndpoint unknown && unknown.Metadata.GetMetadata<UnknownPathMetadata>() is not null
        && all.Any(other => other is RouteEndpoint known && IsCloser(known, unknown));

    private static bool IsCloser(RouteEndpoint known, RouteEndpoint unknown) => known.Order != unknown.Order
        ? known.Order < unknown.Order
        : known.RoutePattern.InboundPrecedence < unknown.RoutePattern.InboundPrecedence;

    private sealed class OnlyEdge(int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => destination;
    }
}
