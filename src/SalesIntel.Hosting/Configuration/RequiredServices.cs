using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>What must be registered before SalesIntel can be mapped or checked.</summary>
internal static class RequiredServices
{
    private const string Root = "builder.Services.AddSalesIntel(builder.Configuration)";

    /// <param name="services">The host's services.</param>
    /// <param name="call">The call that needs them, as it is written in the host's code.</param>
    /// <exception cref="InvalidOperationException"><c>AddSalesIntel</c> was not called; names the calls to add.</exception>
    public static void Check(IServiceProvider services, string call)
    {
        if (!services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(CompositionCheck)))
        {
            throw new InvalidOperationException(
                $"{call} needs services that are not registered: add {Root} and, to it, a store, for example .AddRedisStore().");
        }
    }

    /// <summary>The same, and checks the whole configuration.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="call">The call that needs them, as it is written in the host's code.</param>
    /// <exception cref="InvalidOperationException"><c>AddSalesIntel</c> was not called; names the calls to add.</exception>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors of all parts.</exception>
    public static void Validate(IServiceProvider services, string call)
    {
        Check(services, call);
        UnhandledSettings.Explain();
        services.GetRequiredService<SalesIntelSettings>().Validate();
    }
}
