using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Configuration;

/// <summary>What must be registered before SalesIntel can be mapped or checked.</summary>
internal static class RequiredServices
{
    private const string Root = "builder.Services.AddSalesIntel(builder.Configuration)";

    /// <param name="services">The host's services.</param>
    /// <param name="call">The call that needs them, as it is written in the host's code.</param>
    /// <exception cref="InvalidOperationException">Services are missing; names all calls to add.</exception>
    public static void Check(IServiceProvider services, string call)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        var hasRoot = known.IsService(typeof(SalesIntelSettings));
        var hasStore = known.IsService(typeof(IEventStore));
        if (hasRoot && hasStore)
        {
            return;
        }

        const string Store = "a store, for example .AddRedisStore()";
        var missing = hasRoot ? $"{Store}, to {Root}" : hasStore ? Root : $"{Root} and, to it, {Store}";
        throw new InvalidOperationException($"{call} needs services that are not registered: add {missing}.");
    }
}
