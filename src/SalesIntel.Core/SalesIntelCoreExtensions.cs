using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Doctor;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Settings;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what turns webhooks into leads.</summary>
public static partial class SalesIntelCoreExtensions
{
    /// <summary>Adds the catalogue, the sources, the extractor, intake, processor and operations, with all their options. The extractor asks
    /// the <see cref="IChatClient"/> that is registered and needs nothing else; without one, rules extract. The processor also needs a
    /// store, <see cref="IAlerts"/> and, for a real run, an <see cref="ICrm"/>. Calling it twice changes nothing.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSalesIntelCore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddCore(services, configuration: null);
        return services;
    }

    /// <summary>Adds the same, configured by the variables of a configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the variables, at the top level or in section <c>SalesIntel</c>.</param>
    /// <param name="configure">Says what is to be known about a lead; null = lead intel and MEDDIC.</param>
    /// <returns>A builder to which further parts are added.</returns>
    public static ISalesIntelBuilder AddSalesIntelCore(
        this IServiceCollection services, IConfiguration configuration, Action<SalesIntelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        AddCore(services, configuration);
        if (!services.Any(service => service.ServiceType == typeof(ConfiguredFields)))
        {
            services.AddSingleton(new ConfiguredFields(configuration));
            services.AddSingleton<IConfigureOptions<SalesIntelOptions>>(provider => provider.GetRequiredService<ConfiguredFields>());
            services.AddSingleton<IConfigurationCheck>(provider => new SectionCheck(
                configuration, provider.GetServices<ISettingsPart>(), ConfiguredFields.Section));
        }

        if (configure is not null)
        {
            services.Configure<SalesIntelOptions>(options => options.Apply(configure));
        }

        return new SalesIntelBuilder(services, configuration);
    }

    private static void AddCore(IServiceCollection services, IConfiguration? configuration)
    {
        services.AddSettings(SalesIntelOptions.Settings, configuration);
        services.AddSettings(ProcessingOptions.Settings, configuration);
        services.AddSettings(WebhookOptions.Settings, configuration);
        services.AddSettings(CalendlyOptions.Settings, configuration);
        services.AddSettings(ReadAiOptions.Settings, configuration);
        services.AddSettings(TeamOptions.Settings, configuration);
        services.AddSettings(ExtractionOptions.Settings, configuration);
        if (services.Any(service => service.ServiceType == typeof(EventProcessor)))
        {
            return;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            new DoctorCheck("settings", new SettingsDoctor(provider.GetRequiredService<SalesIntelSettings>()).CheckAsync));
        services.AddSingleton<IConfigurationCheck>(provider =>
            new ModelPriceCheck(provider, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => Value<SalesIntelOptions>(provider).CreateCatalog());
        services.AddSingleton<IWebhookSource>(provider => new CalendlySource(Value<CalendlyOptions>(provider)));
        services.AddSingleton<IWebhookSource>(provider => new ReadAiSource(Value<ReadAiOptions>(provider)));
        services.TryAddSingleton(BuildExtractor);
        services.AddSingleton(BuildIntake);
        services.AddSingleton<CrmCallers>();
        services.AddSingleton(BuildProcessor);
        services.AddSingleton(BuildOperations);
    }

    private static TOptions Value<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;

    // Without a model the rules extract, and say so in their result.
    private static IExtractor BuildExtractor(IServiceProvider provider)
    {
        var options = Value<ExtractionOptions>(provider);
        var team = Value<TeamOptions>(provider);
        var time = provider.GetRequiredService<TimeProvider>();
        return provider.GetService<IChatClient>() is { } chat
            ? new ModelExtractor(chat, options, team, time, Logger<ModelExtractor>(provider), provider.GetService<ISharedState>())
            : new RuleExtractor(options, team, time, Logger<RuleExtractor>(provider));
    }

    private static ICrm CrmOf(IServiceProvider provider) =>
        provider.GetService<ICrm>() ?? new UnconfiguredCrm(provider.GetService<ICrmMapping>() ?? CrmMapping.ByName);

    private static VerificationPolicy Verification(IServiceProvider provider) =>
        new(Value<ProcessingOptions>(provider), Value<WebhookOptions>(provider));

    private static WebhookIntake BuildIntake(IServiceProvider provider) => new(
        provider.GetRequiredService<IEventStore>(),
        provider.GetRequiredService<IAlerts>(),
        Value<ProcessingOptions>(provider),
        Value<WebhookOptions>(provider),
        provider.GetRequiredService<TimeProvider>(),
        Logger<WebhookIntake>(provider));

    private static EventOperations BuildOperations(IServiceProvider provider) => new(
        provider.GetRequiredService<IEventStore>(),
        provider.GetRequiredService<ICircuitStore>(),
        CrmOf(provider),
        provider.GetRequiredService<FieldCatalog>(),
        [.. provider.GetServices<IWebhookSource>()],
        Value<TeamOptions>(provider),
        Verification(provider),
        provider.GetRequiredService<IExtractor>(),
        Value<ProcessingOptions>(provider),
        provider.GetRequiredService<TimeProvider>(),
        Logger<EventOperations>(provider));

    private static EventProcessor BuildProcessor(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<IEventStore>();
        var queue = provider.GetRequiredService<IWorkQueue>();
        var options = Value<ProcessingOptions>(provider);
        var alerts = provider.GetRequiredService<IAlerts>();
        var time = provider.GetRequiredService<TimeProvider>();
        var breaker = new CircuitBreaker(provider.GetRequiredService<ICircuitStore>(), alerts, options, time);
        var crm = new CircuitBreakerCrm(CrmOf(provider), breaker);
        var extractor = new BoundedExtractor(
            new CircuitBreakerExtractor(provider.GetRequiredService<IExtractor>(), breaker), options.ExtractionConcurrency, time);
        var verification = Verification(provider);
        var reader = new LeadReader(store, provider.GetServices<IWebhookSource>(), verification);
        return new EventProcessor(
            Stages.Build(
                store, reader, extractor, provider.GetRequiredService<FieldCatalog>(), Value<TeamOptions>(provider), alerts, options, time,
                provider.GetService<ISharedState>()),
            queue,
            crm,
            provider.GetRequiredService<CrmCallers>(),
            new FailureHandler(queue, reader, verification, alerts, options, time, Logger<FailureHandler>(provider)),
            verification,
            options,
            time,
            Logger<EventProcessor>(provider));
    }
}
