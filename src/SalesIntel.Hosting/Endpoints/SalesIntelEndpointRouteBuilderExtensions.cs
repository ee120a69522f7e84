using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps SalesIntel's endpoints.</summary>
public static class SalesIntelEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>POST /webhooks/{source}</c> for each source (not in role <c>worker</c>), <c>GET /healthz</c> and, only with
    /// <c>ALLOW_DEBUG_ENDPOINTS=true</c>, <c>GET /debug/info</c>, <c>/debug/events/{event_id}</c> and
    /// <c>/debug/idem/{idempotency_key}</c>. Errors are answered as <c>application/problem+json</c> (RFC 9457).</summary>
    /// <returns>Conventions for all of them.</returns>
    /// <exception cref="InvalidOperationException">Services are missing; says which calls to add.</exception>
    public static IEndpointConventionBuilder MapSalesIntel(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        Require<SalesIntelSettings>(services, "builder.Services.AddSalesIntel(builder.Configuration)");
        Require<IEventStore>(services, "a store to it, e.g. .AddRedisStore(),");

        var settings = services.GetRequiredService<SalesIntelSettings>();
        var group = endpoints.MapGroup("");
        var guard = ActivatorUtilities.CreateInstance<RequestGuard>(services);
        if (settings.Role != HostRole.Worker)
        {
            MapWebhooks(group, guard, services);
        }

        var health = ActivatorUtilities.CreateInstance<HealthEndpoint>(services);
        group.MapGet("/healthz", guard.Around(health.HandleAsync)).WithMetadata(Json(200), Json(503)).WithDisplayName("healthz");
        if (settings.AllowDebugEndpoints)
        {
            MapDebug(group, guard, services);
        }

        return group;
    }

    private static void MapWebhooks(RouteGroupBuilder group, RequestGuard guard, IServiceProvider services)
    {
        var endpoint = ActivatorUtilities.CreateInstance<WebhookEndpoint>(services);
        foreach (var source in services.GetServices<IWebhookSource>())
        {
            // No Accepts metadata: senders are taken with any content type.
            group.MapPost($"/webhooks/{source.Name}", guard.Around(context => endpoint.HandleAsync(context, source)))
                .WithMetadata(Json(200), Problem(401), Problem(413), Problem(503))
                .WithDisplayName($"webhooks/{source.Name}");
        }
    }

    private static void MapDebug(RouteGroupBuilder group, RequestGuard guard, IServiceProvider services)
    {
        var debug = ActivatorUtilities.CreateInstance<DebugEndpoints>(services);
        group.MapGet("/debug/info", guard.Around(debug.InfoAsync)).WithDisplayName("debug/info");
        group.MapGet("/debug/events/{event_id}", guard.Around(debug.EventAsync)).WithDisplayName("debug/events");
        group.MapGet("/debug/idem/{**idempotency_key}", guard.Around(debug.IdempotencyAsync)).WithDisplayName("debug/idem");
    }

    private static void Require<T>(IServiceProvider services, string call)
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(T)) == false)
        {
            throw new InvalidOperationException($"SalesIntel can't be mapped: add {call} before app.MapSalesIntel().");
        }
    }

    private static ProducesResponseTypeMetadata Json(int status) => new(status, contentTypes: ["application/json"]);

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, contentTypes: ["application/problem+json"]);
}
