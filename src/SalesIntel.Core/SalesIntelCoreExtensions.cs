using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what turns webhooks into leads.</summary>
public static class SalesIntelCoreExtensions
{
    /// <summary>Adds <see cref="WebhookIntake"/>, <see cref="EventProcessor"/> and <see cref="EventOperations"/>. They need, from
    /// elsewhere: the store's ports, <see cref="ICrm"/>, <see cref="IExtractor"/>, <see cref="IAlerts"/>, and the options
    /// <see cref="ProcessingOptions"/>, and a <see cref="IWebhookSource"/> for each sender. These options, and those of the sources
    /// and the extraction where they are registered, are checked when the host starts; without a host, when the processor is made. The
    /// <see cref="OptionsValidationException"/> lists all errors.</summary>
    public static IServiceCollection AddSalesIntelCore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CoreOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CoreOptions>, CoreOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TeamOptions>();
        services.TryAddSingleton<WebhookOptions>();
        services.TryAddSingleton(FieldCatalog.Default);
        services.TryAddSingleton<WebhookIntake>();
        services.TryAddSingleton(BuildProcessor);
        services.TryAddSingleton(BuildOperations);
        return services;
    }

    private static ICrm CrmOf(IServiceProvider provider) =>
        provider.GetService<ICrm>() ?? new UnconfiguredCrm(provider.GetService<ICrmMapping>() ?? CrmMapping.ByName);

    private static EventOperations BuildOperations(IServiceProvider provider) => new(
        provider.GetRequiredService<IEventStore>(),
        provider.GetRequiredService<ICircuitStore>(),
        CrmOf(provider),
        provider.GetRequiredService<FieldCatalog>(),
        [.. provider.GetServices<IWebhookSource>()],
        provider.GetRequiredService<TeamOptions>(),
        Verification(provider),
        provider.GetRequiredService<ProcessingOptions>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<EventOperations>>());

    private static VerificationPolicy Verification(IServiceProvider provider) =>
        new(provider.GetRequiredService<ProcessingOptions>(), provider.GetRequiredService<WebhookOptions>());

    private static EventProcessor BuildProcessor(IServiceProvider provider)
    {
        _ = provider.GetRequiredService<IOptions<CoreOptions>>().Value;
        var store = provider.GetRequiredService<IEventStore>();
        var queue = provider.GetRequiredService<IWorkQueue>();
        var options = provider.GetRequiredService<ProcessingOptions>();
        var alerts = provider.GetRequiredService<IAlerts>();
        var time = provider.GetRequiredService<TimeProvider>();
        var gate = new CircuitGate(provider.GetRequiredService<ICircuitStore>(), alerts, options, time);
        var crm = new GatedCrm(CrmOf(provider), gate);
        var extractor = new GatedExtractor(provider.GetRequiredService<IExtractor>(), gate);
        var verification = Verification(provider);
        var reader = new LeadReader(store, provider.GetServices<IWebhookSource>(), verification);
        return new EventProcessor(
            Stages.Build(
                store, reader, extractor, provider.GetRequiredService<FieldCatalog>(), provider.GetRequiredService<TeamOptions>(), options,
                time),
            queue,
            crm,
            new FailureHandler(
                queue, reader, verification, alerts, options, time, provider.GetRequiredService<ILogger<FailureHandler>>()),
            verification,
            options,
            time,
            provider.GetRequiredService<ILogger<EventProcessor>>());
    }
}
