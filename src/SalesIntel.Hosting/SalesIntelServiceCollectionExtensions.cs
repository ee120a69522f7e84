using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel;
using SalesIntel.Alerts;
using SalesIntel.Doctor;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints;
using SalesIntel.Hosting.Health;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SalesIntel to a host.</summary>
public static class SalesIntelServiceCollectionExtensions
{
    /// <summary>Adds what every role needs: options, webhook sources, extractor, intake, processor. Still to be added: a store, and what the
    /// role needs (a CRM, a model, processing, alerts). What can't work is reported when the host starts or
    /// <c>MapSalesIntel()</c> is called, by one <see cref="SettingsException"/> for all parts. Calling it twice adds nothing but the
    /// callback.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Holds the variables (environment, <c>.env</c>, section <c>SalesIntel</c>).</param>
    /// <param name="configure">Says what is to be known about a lead; null = lead intel and MEDDIC.</param>
    /// <returns>A builder to which further parts are added.</returns>
    public static ISalesIntelBuilder AddSalesIntel(
        this IServiceCollection services, IConfiguration configuration, Action<SalesIntelOptions>? configure = null)
    {
        var builder = services.AddSalesIntelCore(configuration, configure).AddSettings(HostingOptions.Settings);
        if (services.Any(service => service.ServiceType == typeof(CompositionCheck)))
        {
            return builder;
        }

        services.AddSingleton(provider => new CompositionCheck(services, provider));
        services.AddSingleton<IConfigurationCheck>(provider => provider.GetRequiredService<CompositionCheck>());
        services.AddSingleton<IConfigurationCheck, ReceivingCheck>();
        services.AddSingleton<IConfigurationCheck, DiagnosticsCheck>();
        services.AddSingleton(provider =>
            new DoctorCheck("webhooks", ActivatorUtilities.CreateInstance<ReceivingDoctor>(provider).CheckAsync));
        services.AddSingleton(provider =>
            new DoctorCheck(StoreDoctor.Area, ActivatorUtilities.CreateInstance<StoreDoctor>(
                provider, ActivatorUtilities.CreateInstance<HealthProbe>(provider)).CheckAsync));
        services.TryAddSingleton<SalesIntelMetrics>();
        services.TryAddSingleton<IAlerts, LogAlerts>();
        services.AddSingleton<IHostedService>(BuildReport);
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<WarmUp>(provider));
        services.AddSingleton<IHostedService>(BuildWatch);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, UnknownPathPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MappedOnce>());
        return builder;
    }

    // A host makes its services before it checks options. This is the first of ours, so that none of the others fails for its own options
    // alone.
    private static SettingsReport BuildReport(IServiceProvider provider)
    {
        UnhandledSettings.Explain();
        provider.GetRequiredService<SalesIntelSettings>().Validate();
        return ActivatorUtilities.CreateInstance<SettingsReport>(provider);
    }

    private static StoreWatch BuildWatch(IServiceProvider provider) =>
        ActivatorUtilities.CreateInstance<StoreWatch>(provider, ActivatorUtilities.CreateInstance<HealthProbe>(provider));
}
