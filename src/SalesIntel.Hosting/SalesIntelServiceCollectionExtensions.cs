using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Endpoints;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SalesIntel to a host.</summary>
public static class SalesIntelServiceCollectionExtensions
{
    /// <summary>Reads the configuration and adds what every role needs: options, webhook sources, intake, processor. Still to be
    /// added: a store, and what the role needs (a CRM, an extractor, processing, alerts). Calling it twice changes nothing.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Holds the variables (environment, <c>.env</c>, section <c>SalesIntel</c>).</param>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors.</exception>
    public static ISalesIntelBuilder AddSalesIntel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        if (BuilderSettings.Find(services) is not null)
        {
            return new SalesIntelBuilder(services, configuration);
        }

        var settings = SalesIntelSettings.Read(configuration);
        services.AddSingleton(settings);
        services.TryAddSingleton(SettingsOptions.Processing(settings));
        services.TryAddSingleton(SettingsOptions.Calendly(settings));
        services.TryAddSingleton(SettingsOptions.ReadAi(settings));
        services.TryAddSingleton(SettingsOptions.Team(settings));
        services.TryAddSingleton(SettingsOptions.Webhooks(settings));
        services.TryAddSingleton(new ExtractionOptions());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWebhookSource, CalendlySource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWebhookSource, ReadAiSource>());
        services.TryAddSingleton(Extractor);
        services.TryAddSingleton<SalesIntelMetrics>();
        services.TryAddSingleton<IAlerts, LogAlerts>();

        // By factory: the store may be missing, and then MapSalesIntel says so in one sentence, before the container's own
        // validation would in many.
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<WebhookIntake>(provider));
        services.AddSalesIntelCore();

        services.AddHostedService<SettingsReport>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, UnknownPathPolicy>());
        return new SalesIntelBuilder(services, configuration);
    }

    // Without a model the rules answer, and say so in their result.
    private static IExtractor Extractor(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<ExtractionOptions>();
        var team = provider.GetRequiredService<TeamOptions>();
        var time = provider.GetRequiredService<TimeProvider>();
        return provider.GetService<IChatClient>() is { } chat
            ? new ModelExtractor(
                chat, options, team, time, provider.GetRequiredService<ILogger<ModelExtractor>>(), provider.GetService<ISharedState>())
            : new RuleExtractor(options, team, time, provider.GetRequiredService<ILogger<RuleExtractor>>());
    }
}
