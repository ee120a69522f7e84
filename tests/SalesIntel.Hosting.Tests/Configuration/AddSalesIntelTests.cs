using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Alerts;
using SalesIntel.Engine;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Redis;
using SalesIntel.Leads;
using SalesIntel.Settings;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Configuration;

public sealed class AddSalesIntelTests
{
    [Fact]
    public void Variables_become_the_options_of_the_host()
    {
        using var host = new ConfiguredHost(
            builder => builder.AddRedisStore().AddSlackAlerts(),
            ("SALESINTEL_ROLE", "Worker"), ("ALLOW_DEBUG_ENDPOINTS", "1"), ("REDIS_URL", "redis://127.0.0.1:1/3"),
            ("REDIS_KEY_PREFIX", "{si}:"), ("EVENT_TTL_SECONDS", "60"), ("IDEMPOTENCY_TTL_SECONDS", "60"),
            ("SLACK_WEBHOOK_URL", "https://hooks.slack.example/x"), ("ALERT_WINDOW_SECONDS", "0.1"));
        Assert.Empty(host.Errors);
        var hosting = host.Get<HostingOptions>();
        Assert.Equal((HostRole.Worker, true), (hosting.Role, hosting.AllowDebugEndpoints));
        var redis = host.Get<RedisStoreOptions>();
        Assert.Equal(("redis://127.0.0.1:1/3", "{si}:", 60d, 60d), (redis.Url, redis.KeyPrefix, redis.EventLife.TotalSeconds, redis.IdempotencyLife.TotalSeconds));
        Assert.Equal(("https://hooks.slack.example/x", 0.1), (host.Get<SlackOptions>().WebhookUrl, host.Get<SlackOptions>().Window.TotalSeconds));
    }

    [Fact]
    public void Defaults_are_those_of_the_documentation()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore());
        Assert.Equal((HostRole.All, false), (host.Get<HostingOptions>().Role, host.Get<HostingOptions>().AllowDebugEndpoints));
        Assert.Equal((10_485_760, null), (host.Get<WebhookOptions>().MaxBodyBytes, host.Get<WebhookOptions>().AllowUnsigned));
        Assert.Equal((30d, 90d), (host.Get<RedisStoreOptions>().EventLife.TotalDays, host.Get<RedisStoreOptions>().IdempotencyLife.TotalDays));
        Assert.Equal(900, host.Get<SlackOptions>().Window.TotalSeconds);
    }

    [Fact]
    public void One_line_in_code_adds_a_field()
    {
        var services = new ServiceCollection();
        services.AddSalesIntel(ConfiguredHost.Variables(), o => o.Fields.Add(new LeadField("review_volume") { Ask = "How many." }));
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<FieldCatalog>().Find("review_volume"));
    }

    [Fact]
    public void Calling_it_all_twice_changes_nothing()
    {
        var configuration = ConfiguredHost.Variables(("SLACK_WEBHOOK_URL", "https://hooks.slack.example/x"));
        var services = new ServiceCollection();
        services.AddSalesIntel(configuration).AddRedisStore().AddCoravelProcessing().AddSlackAlerts();
        var once = services.Count;
        services.AddSalesIntel(configuration).AddRedisStore().AddCoravelProcessing().AddSlackAlerts();
        Assert.Equal(once, services.Count);
    }

    [Theory]
    [InlineData(null, "50", 55)]
    [InlineData("3000", "50", 3_000)]
    [InlineData(null, "many", 30)]
    public void The_hosts_patience_covers_the_grace(string? host, string grace, double expected)
    {
        using var configured = new ConfiguredHost(
            builder => builder.AddMemoryStore().AddCoravelProcessing().Services.Configure<HostOptions>(options =>
                options.ShutdownTimeout = host is null ? options.ShutdownTimeout : TimeSpan.FromSeconds(double.Parse(host))),
            ("SHUTDOWN_SECONDS", grace));
        Assert.Equal(TimeSpan.FromSeconds(expected), configured.Get<HostOptions>().ShutdownTimeout);
    }

    [Fact]
    public void Without_a_slack_url_alerts_are_logged()
    {
        using var host = new ConfiguredHost(builder => builder.AddMemoryStore().AddSlackAlerts());
        Assert.IsType<LogAlerts>(host.Service<IAlerts>());
        Assert.Contains("SLACK_WEBHOOK_URL is not set: alerts are only logged.", host.Warnings);
    }

    [Fact]
    public void The_slack_url_may_be_set_in_code_before_or_after()
    {
        using var host = new ConfiguredHost(builder => builder.AddSlackAlerts().Services
            .Configure<SlackOptions>(options => options.WebhookUrl = "https://hooks.slack.example/x"));
        Assert.IsType<SlackAlerts>(host.Service<IAlerts>());
    }

    [Fact]
    public async Task A_host_with_errors_in_several_parts_does_not_start_and_says_all_at_once()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["WORKERS"] = "none";
        builder.Services.AddSalesIntel(builder.Configuration).AddRedisStore().AddCoravelProcessing().AddSlackAlerts();
        builder.Services.Configure<SlackOptions>(options => options.Window = TimeSpan.Zero);
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<SettingsException>(() => host.StartAsync());
        Assert.Equal(
            [
                "WORKERS is 'none': must be a whole number from 1 to 256",
                "REDIS_URL is not set: required for the Redis store",
                "ALERT_WINDOW_SECONDS (SlackOptions.Window) is '0': must be a number of seconds from 0.1 to 86400",
            ],
            failure.Errors);
    }

    [Theory]
    [InlineData("DEBUG", LogLevel.Debug, "SalesIntel.Anything", true)]
    [InlineData("INFO", LogLevel.Debug, "SalesIntel.Anything", false)]
    [InlineData("INFO", LogLevel.Information, "SalesIntel.Anything", true)]
    [InlineData("INFO", LogLevel.Information, "Microsoft.AspNetCore.Hosting", false)]
    [InlineData("WARNING", LogLevel.Information, "SalesIntel.Anything", false)]
    [InlineData("ERROR", LogLevel.Warning, "SalesIntel.Anything", false)]
    [InlineData("ERROR", LogLevel.Error, "SalesIntel.Anything", true)]
    [InlineData("DEBUG", LogLevel.Information, "System.Net.Http.HttpClient.x", false)]
    [InlineData("LOUD", LogLevel.Information, "SalesIntel.Anything", true)]
    public void The_log_level_holds_over_the_hosts_default(string level, LogLevel asked, string category, bool expected)
    {
        var host = ConfiguredHost.Variables(("Logging:LogLevel:Default", "Information"), ("LOG_LEVEL", level));
        using var factory = LoggerFactory.Create(logging => logging
            .AddConfiguration(host.GetSection("Logging"))
            .AddProvider(new Hosts.LogLines())
            .ConfigureSalesIntelLogging(host));
        Assert.Equal(expected, factory.CreateLogger(category).IsEnabled(asked));
    }

    [Fact]
    public void The_log_level_is_checked_with_all_the_rest()
    {
        var configuration = ConfiguredHost.Variables(("LOG_LEVEL", "LOUD"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ConfigureSalesIntelLogging(configuration));
        services.AddSalesIntel(configuration).AddMemoryStore();
        using var provider = services.BuildServiceProvider();
        var failure = Assert.Throws<SettingsException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(["LOG_LEVEL is 'LOUD': must be one of DEBUG, INFO, WARNING, ERROR"], failure.Errors);
    }
}
