using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the processing of events.</summary>
public static class CoravelProcessingExtensions
{
    // What is left after the grace for runs that are cancelled then, and for the last alerts.
    private static readonly TimeSpan AfterGrace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Processes due events with Coravel: <c>WORKERS</c> at the same time. Does nothing in role <c>api</c>. The host's shutdown
    /// time limit is raised to <c>SHUTDOWN_SECONDS</c> + 5 s if it is lower. Calling it twice changes nothing.</summary>
    public static ISalesIntelBuilder AddCoravelProcessing(this ISalesIntelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(ProcessEvent)))
        {
            return builder;
        }

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AbandonedLeases>(provider));
        services.AddSingleton<PumpHealth>();
        services.AddTransient<ProcessEvent>();
        services.TryAddScoped<EventWork>(provider => provider.GetRequiredService<EventProcessor>().ProcessAsync);
        services.AddSingleton<IHostedService>(BuildPump);
        services.AddSingleton<IHostedService>(BuildUnverifiedReport);
        services.AddOptions<HostOptions>().PostConfigure<IServiceProvider>((host, provider) =>
        {
            // The host is made before options are checked.
            var grace = ProcessingOptions.Settings.Draft(provider).ShutdownGrace;
            var needed = grace < Longest ? grace + AfterGrace : Longest;
            host.ShutdownTimeout = host.ShutdownTimeout > needed ? host.ShutdownTimeout : needed;
        });
        return builder;
    }

    private static EventPump BuildPump(IServiceProvider provider) =>
        ActivatorUtilities.CreateInstance<EventPump>(provider, Value<ProcessingOptions>(provider), Value<HostingOptions>(provider));

    private static UnverifiedReport BuildUnverifiedReport(IServiceProvider provider) => ActivatorUtilities.CreateInstance<UnverifiedReport>(
        provider, Value<ProcessingOptions>(provider), Value<WebhookOptions>(provider), Value<HostingOptions>(provider));

    private static TOptions Value<TOptions>(IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;
}
