using Microsoft.AspNetCore.Routing.Patterns;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Refuses to start a host in which two calls have mapped the same path: each request there would be answered with 500, because
/// nobody can tell which of them is meant. It looks once all is started: what was mapped is known only when the pipeline is built.</summary>
internal sealed class MappedOnce(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<EndpointDataSource>() is { } source)
        {
            Check(source.Endpoints);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Check(IReadOnlyList<Endpoint> endpoints)
    {
        var twice = endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Endpoint: endpoint, Call: endpoint.Metadata.GetMetadata<MappedCall>()))
            .Where(mapped => mapped.Call is not null)
            .GroupBy(mapped => Address(mapped.Endpoint), mapped => mapped, StringComparer.Ordinal)
            .FirstOrDefault(mapped => mapped.Select(one => one.Call).Distinct().Count() > 1);
        if (twice is not null)
        {
            var calls = twice.Select(mapped => mapped.Call!).Distinct().Select(call => call.ToString());
            throw new InvalidOperationException(
                $"{string.Join(" and ", calls)} both map /{twice.First().Endpoint.RoutePattern.RawText?.TrimStart('/')}: keep one of them, or "
                    + "give each a path of its own, for example with app.MapGroup(\"/sales\").");
        }
    }

    // Two of the same order at the same path of the same hosts are one too many. How a parameter is called makes no difference.
    private static string Address(RouteEndpoint endpoint)
    {
        var segments = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text)));
        var hosts = endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts.Order(StringComparer.OrdinalIgnoreCase) ?? Enumerable.Empty<string>();
        return $"{endpoint.Order} {string.Join(',', hosts)} {string.Join('/', segments)}".ToLowerInvariant();
    }

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"{{{(parameter.IsCatchAll ? "**" : "")}{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => "",
    };
}
