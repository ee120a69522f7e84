using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints;
using SalesIntel.Engine;
using SalesIntel.Hosting.Health;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Settings;
using SalesIntel.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps SalesIntel's endpoints. They respond to errors with <c>application/problem+json</c> (RFC 9457), whatever the host does
/// with its own errors, and change nothing outside the paths that are named here. A path that two calls have mapped keeps the host from
/// starting; the error names both.</summary>
public static class SalesIntelEndpointRouteBuilderExtensions
{
    private const string Webhooks = "/webhooks";

    /// <summary>Maps <see cref="MapSalesIntelWebhooks">/webhooks/{source}</see>, <c>GET /healthz</c> and
    /// <see cref="MapSalesIntelDiagnostics">/debug</see>.</summary>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <returns>Conventions for all of them.</returns>
    /// <remarks>A program that does not catch the <see cref="SettingsException"/> ends with exit code 2; it prints the errors, and no stack
    /// trace.</remarks>
    /// <exception cref="InvalidOperationException"><c>AddSalesIntel</c> was not called; says which calls to add.</exception>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors of all parts.</exception>
    public static IEndpointConventionBuilder MapSalesIntel(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var call = new MappedCall("app.MapSalesIntel()");
        RequiredServices.Validate(endpoints.ServiceProvider, call.ToString());
        var group = endpoints.MapGroup("");
        MapWebhooks(group, Webhooks, call);
        MapHealth(group, call);
        MapDiagnostics(group, call);
        return group;
    }

    /// <summary>Maps <c>POST {pattern}/{source}</c> for each registered <see cref="IWebhookSource"/>, by its
    /// <see cref="IWebhookSource.Name"/>; nothing in role <c>worker</c>. Paths below the pattern that belong neither to a source nor to
    /// the host get 404, unless the pattern consists of parameters only.</summary>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <param name="pattern">The prefix of the webhooks' paths.</param>
    /// <returns>Conventions for all of them.</returns>
    /// <exception cref="InvalidOperationException"><c>AddSalesIntel</c> was not called; says which calls to add.</exception>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors of all parts.</exception>
    public static IEndpointConventionBuilder MapSalesIntelWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = Webhooks)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var call = new MappedCall("app.MapSalesIntelWebhooks()");
        RequiredServices.Validate(endpoints.ServiceProvider, call.ToString());
        return MapWebhooks(endpoints, pattern, call);
    }

    /// <summary>Maps <c>GET /debug/info</c>, <c>/debug/events/{event_id}</c> and <c>/debug/idem/{idempotency_key}</c>, which show stored
    /// data. Maps nothing unless <c>ALLOW_DEBUG_ENDPOINTS=true</c>.</summary>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <returns>Conventions for all of them.</returns>
    /// <exception cref="InvalidOperationException"><c>AddSalesIntel</c> was not called; says which calls to add.</exception>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors of all parts.</exception>
    public static IEndpointConventionBuilder MapSalesIntelDiagnostics(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var call = new MappedCall("app.MapSalesIntelDiagnostics()");
        RequiredServices.Validate(endpoints.ServiceProvider, call.ToString());
        return MapDiagnostics(endpoints, call);
    }

    private static RouteGroupBuilder MapWebhooks(IEndpointRouteBuilder endpoints, string pattern, MappedCall call)
    {
        var services = endpoints.ServiceProvider;
        var group = endpoints.MapGroup(pattern);
        if (Options(services).Role == HostRole.Worker)
        {
            return group;
        }

        var routes = new GuardedRoutes(group, call);
        var endpoint = ActivatorUtilities.CreateInstance<WebhookEndpoint>(services);
        var memory = services.GetRequiredService<WebhookIntake>().Memory;
        services.GetRequiredService<SalesIntelMetrics>().ObserveBodies(() => memory.InUse);
        foreach (var source in services.GetServices<IWebhookSource>())
        {
            // No Accepts metadata: senders are taken with any content type.
            routes.Map(HttpMethods.Post, $"/{source.Name}", $"webhooks/{source.Name}", context => endpoint.HandleAsync(context, source))
                .WithMetadata(Json(200), Problem(400), Problem(401), Problem(408), Problem(413), Problem(415), Problem(503));
        }

        // At the root, all unknown paths of the host would be below the pattern.
        if (RoutePatternFactory.Parse(pattern).PathSegments.Any(segment => segment.Parts.Any(part => part.IsLiteral)))
        {
            routes.MapUnknown("webhooks");
        }

        return group;
    }

    private static RouteGroupBuilder MapDiagnostics(IEndpointRouteBuilder endpoints, MappedCall call)
    {
        var services = endpoints.ServiceProvider;
        var group = endpoints.MapGroup("/debug");
        if (Options(services).AllowDebugEndpoints)
        {
            var routes = new GuardedRoutes(group, call);
            var debug = ActivatorUtilities.CreateInstance<DebugEndpoints>(services, Probe(services));
            routes.Map(HttpMethods.Get, "/info", "debug/info", debug.InfoAsync);
            routes.Map(HttpMethods.Get, "/events/{event_id}", "debug/events", debug.EventAsync);
            routes.Map(HttpMethods.Get, "/idem/{**idempotency_key}", "debug/idem", debug.IdempotencyAsync);
            routes.MapUnknown("debug");
        }

        return group;
    }

    private static void MapHealth(RouteGroupBuilder group, MappedCall call)
    {
        var services = ((IEndpointRouteBuilder)group).ServiceProvider;
        var health = ActivatorUtilities.CreateInstance<HealthEndpoint>(services, Probe(services));
        new GuardedRoutes(group, call).Map(HttpMethods.Get, "/healthz", "healthz", health.HandleAsync).WithMetadata(Json(200), Json(503));
    }

    private static HostingOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<HostingOptions>>().Value;

    private static HealthProbe Probe(IServiceProvider services) => ActivatorUtilities.CreateInstance<HealthProbe>(services);

    private static ProducesResponseTypeMetadata Json(int status) => new(status, contentTypes: ["application/json"]);

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, contentTypes: ["application/problem+json"]);
}
