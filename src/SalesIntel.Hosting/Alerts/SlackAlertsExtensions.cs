using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using SalesIntel.Alerts;
using SalesIntel.Doctor;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Queueing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds alerts in Slack.</summary>
public static class SlackAlertsExtensions
{
    /// <summary>Sends alerts to <c>SLACK_WEBHOOK_URL</c>: the first of a kind at once, repetitions as one message per
    /// <c>ALERT_WINDOW_SECONDS</c>, the end of an incident once. What Slack does not accept is tried again until it was sent. Without
    /// that variable alerts are only logged, as without this call. Calling it twice adds nothing but the callback.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddSlackAlerts(this ISalesIntelBuilder builder, Action<SlackOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        builder.AddSettings(SlackOptions.Settings);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(SlackAlerts)))
        {
            return builder;
        }

        services.AddSingleton<SlackAlerts>();
        services.AddSingleton(provider => new DoctorCheck("slack", ActivatorUtilities.CreateInstance<SlackDoctor>(provider).CheckAsync));
        // It takes the place of the log. A channel of the host's own stays: the start says that there are two.
        if (services.FirstOrDefault(service => !service.IsKeyedService && service.ImplementationType == typeof(LogAlerts)) is { } log)
        {
            services.Remove(log);
        }

        services.AddSingleton(FindAlerts);
        services.TryAddSingleton<IAlertStore>(provider => provider.GetService<ISharedState>() is { } shared
            ? ActivatorUtilities.CreateInstance<SharedAlertStore>(provider, shared)
            : new MemoryAlertStore());
        services.AddSingleton<AlertGrouping>();
        services.AddSingleton<SlackClient>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<AlertDelivery>(provider));
        services.AddSweep<PendingNoticeSweep>(interval => interval.EveryFiveSeconds());
        services.AddSweep<DeadLetterAlertSweep>(interval => interval.EveryMinute());
        AddHttpClient(services);
        return builder;
    }

    private static IAlerts FindAlerts(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SlackOptions>>().Value.WebhookUrl.Length > 0
            ? provider.GetRequiredService<SlackAlerts>()
            : ActivatorUtilities.CreateInstance<LogAlerts>(provider);

    private static void AddHttpClient(IServiceCollection services)
    {
        // The factory's own loggers write the URL, which is the secret.
        // Slack redirects nowhere, and a redirect could lead out of the encrypted connection.
        services.AddHttpClient(SlackClient.HttpClientName).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddStandardResilienceHandler(Configure);
    }

    // Nobody waits for an alert: patience is better than a lost one. A Retry-After that Slack sends with 429 is kept to.
    private static void Configure(HttpStandardResilienceOptions options)
    {
        options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(3);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(10);
        options.Retry.MaxRetryAttempts = 5;
        options.Retry.Delay = TimeSpan.FromSeconds(1);
        options.Retry.ShouldRetryAfterHeader = true;
    }
}
