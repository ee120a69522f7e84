using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Configuration;

public sealed class AddSalesIntelTests
{
    [Fact]
    public void Settings_become_the_options_of_the_core()
    {
        using var provider = Provider(
            ("MAX_RETRIES", "7"), ("WORKERS", "2"), ("CALENDLY_SIGNING_KEY", "a,b"), ("READAI_INTERNAL_ONLY", "ignore"),
            ("READAI_SHARED_SECRET", "s"));
        var processing = provider.GetRequiredService<ProcessingOptions>();
        Assert.Equal((7, 2, true), (processing.MaxRetries, processing.Workers, processing.DryRun));
        Assert.Equal(["a", "b"], provider.GetRequiredService<CalendlyOptions>().SigningKeys);
        Assert.Equal(
            (InternalOnlyPolicy.Ignore, "s", null),
            (provider.GetRequiredService<ReadAiOptions>().InternalOnly, provider.GetRequiredService<ReadAiOptions>().SharedSecret,
                provider.GetRequiredService<WebhookOptions>().AllowUnsigned));
        Assert.Equal(["calendly", "readai"], provider.GetServices<IWebhookSource>().Select(source => source.Name));
    }

    [Fact]
    public void What_the_settings_accept_the_validators_of_the_core_accept()
    {
        using var provider = Provider(
            ("RETRY_BASE_SECONDS", "0.01"), ("LEASE_SECONDS", "600"), ("SHUTDOWN_SECONDS", "0"), ("PROBE_SECONDS", "3600"),
            ("MAX_RETRIES", "20"), ("WORKERS", "256"), ("READAI_MIN_DURATION_MINUTES", "1440"), ("READAI_CUSTOMER_DOMAINS", "@a.example"),
            ("CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com/event_types/X"), ("CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "1"));
        Succeeds(new ProcessingOptionsValidator(), provider.GetRequiredService<ProcessingOptions>());
        Succeeds(new CalendlyOptionsValidator(), provider.GetRequiredService<CalendlyOptions>());
        Succeeds(new ReadAiOptionsValidator(), provider.GetRequiredService<ReadAiOptions>());
    }

    [Fact]
    public void Calling_it_all_twice_changes_nothing()
    {
        var configuration = Settings.Configuration(("SLACK_WEBHOOK_URL", "https://hooks.slack.example/x"));
        var services = new ServiceCollection();
        services.AddSalesIntel(configuration).AddCoravelProcessing().AddSlackAlerts();
        var once = services.Count;
        services.AddSalesIntel(configuration).AddCoravelProcessing().AddSlackAlerts();
        Assert.Equal(once, services.Count);
    }

    [Fact]
    public void The_role_api_has_no_pump()
    {
        var services = new ServiceCollection();
        services.AddSalesIntel(Settings.Configuration(("SALESINTEL_ROLE", "api"))).AddCoravelProcessing();
        Assert.DoesNotContain(services, service => service.ServiceType.FullName!.Contains("Queueing", StringComparison.Ordinal));
    }

    [Fact]
    public void The_hosts_patience_covers_the_grace()
    {
        var services = new ServiceCollection();
        services.AddSalesIntel(Settings.Configuration(("SHUTDOWN_SECONDS", "50"))).AddCoravelProcessing();
        using var provider = services.BuildServiceProvider();
        Assert.Equal(TimeSpan.FromSeconds(55), provider.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public void Without_a_slack_url_alerts_are_logged()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSalesIntel(Settings.Configuration()).AddSlackAlerts();
        using var provider = services.BuildServiceProvider();
        Assert.IsType<LogAlerts>(provider.GetRequiredService<SalesIntel.Alerts.IAlerts>());
    }

    [Fact]
    public void A_bad_configuration_fails_where_it_is_added() => Assert.Throws<SettingsException>(
        () => new ServiceCollection().AddSalesIntel(Settings.Configuration(("WORKERS", "none"))));

    [Theory]
    [InlineData("DEBUG", LogLevel.Debug, "SalesIntel.Anything", true)]
    [InlineData("INFO", LogLevel.Debug, "SalesIntel.Anything", false)]
    [InlineData("INFO", LogLevel.Information, "SalesIntel.Anything", true)]
    [InlineData("INFO", LogLevel.Information, "Microsoft.AspNetCore.Hosting", false)]
    [InlineData("WARNING", LogLevel.Information, "SalesIntel.Anything", false)]
    [InlineData("ERROR", LogLevel.Warning, "SalesIntel.Anything", false)]
    [InlineData("ERROR", LogLevel.Error, "SalesIntel.Anything", true)]
    [InlineData("DEBUG", LogLevel.Information, "System.Net.Http.HttpClient.x", false)]
    public void The_log_level_holds_over_the_hosts_default(string level, LogLevel asked, string category, bool expected)
    {
        var host = Settings.Configuration(("Logging:LogLevel:Default", "Information"));
        using var factory = LoggerFactory.Create(logging => logging
            .AddConfiguration(host.GetSection("Logging"))
            .AddProvider(new Hosts.LogLines())
            .ConfigureSalesIntelLogging(Settings.Read(("LOG_LEVEL", level))));
        Assert.Equal(expected, factory.CreateLogger(category).IsEnabled(asked));
    }

    private static ServiceProvider Provider(params (string, string?)[] values)
    {
        var services = new ServiceCollection();
        services.AddSalesIntel(Settings.Configuration(values));
        return services.BuildServiceProvider();
    }

    private static void Succeeds<T>(IValidateOptions<T> validator, T options)
        where T : class => Assert.Null(validator.Validate(null, options).FailureMessage);
}
