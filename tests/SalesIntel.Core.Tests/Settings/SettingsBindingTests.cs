using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Engine;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>Where the value of an option comes from.</summary>
public sealed class SettingsBindingTests
{
    [Fact]
    public void Every_kind_is_read_from_its_variable()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings),
            ("MAIL_HOST", " mail.example "), ("MAIL_PORT", "587"), ("MAIL_TLS", "YES"), ("MAIL_RETRY", "0"), ("MAIL_TIMEOUT_SECONDS", "1.5"),
            ("MAIL_PAUSE_MINUTES", "2"), ("MAIL_PASSWORD", "p"), ("MAIL_URL", "https://mail.example/x?y=1"), ("MAIL_KEYS", " a ,b,, c"),
            ("MAIL_FOLDERS", "one"), ("MAIL_KIND", "RICH"));
        var mail = host.Get<MailOptions>();
        Assert.Equal(("mail.example", 587, true, (bool?)false), (mail.Host, mail.Port, mail.Tls, mail.Retry));
        Assert.Equal((1.5, 2d), (mail.Timeout.TotalSeconds, mail.Pause.TotalMinutes));
        Assert.Equal(("p", "https://mail.example/x?y=1", MailKind.Rich), (mail.Password, mail.Url, mail.Kind));
        Assert.Equal(["a", "b", "c"], mail.Keys);
        Assert.Equal(["one"], mail.Folders);
    }

    [Fact]
    public void What_is_not_set_or_blank_keeps_the_default_of_the_property()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings), ("MAIL_PORT", ""), ("MAIL_TIMEOUT_SECONDS", "  "), ("MAIL_FOLDERS", null));
        var mail = host.Get<MailOptions>();
        Assert.Equal((25, 10d, null), (mail.Port, mail.Timeout.TotalSeconds, mail.Retry));
        Assert.Equal(["in", "out"], mail.Folders);
    }

    [Fact]
    public void The_section_serves_too_and_the_top_level_wins()
    {
        using var host = Configured.With(("SalesIntel:WORKERS", "3"), ("SalesIntel:MAX_RETRIES", "5"), ("MAX_RETRIES", "7"));
        Assert.Equal((3, 7), (host.Get<ProcessingOptions>().Workers, host.Get<ProcessingOptions>().MaxRetries));
    }

    [Theory]
    [InlineData(null, false, 3)]
    [InlineData(null, true, 3)]
    [InlineData("5", false, 5)]
    [InlineData("5", true, 3)]
    public void Code_counts_wherever_it_stands_and_wins_over_the_configuration_when_it_comes_later(string? workers, bool later, int expected)
    {
        using var host = Configured.With(
            services => Set(services, !later), null, builder => Set(builder.Services, later), ("WORKERS", workers));
        host.Start();
        Assert.Equal(expected, host.Get<ProcessingOptions>().Workers);

        static void Set(IServiceCollection services, bool isHere)
        {
            if (isHere)
            {
                services.Configure<ProcessingOptions>(options => options.Workers = 3);
            }
        }
    }

    [Fact]
    public void Adding_everything_twice_changes_nothing()
    {
        var configuration = Configured.Variables();
        var services = new ServiceCollection();
        services.AddSalesIntelCore(configuration).AddSettings(MailOptions.Settings).AddMemoryStore();
        var once = services.Count;
        services.AddSalesIntelCore(configuration).AddSettings(MailOptions.Settings).AddMemoryStore();
        services.AddSalesIntelCore();
        Assert.Equal(once, services.Count);
    }

    [Fact]
    public void A_group_is_read_without_services_and_what_is_wrong_is_left_to_the_start()
    {
        var mail = MailOptions.Settings.Read(Configured.Variables(("MAIL_PORT", "587"), ("MAIL_KIND", "colourful")));
        Assert.Equal((587, MailKind.Plain), (mail.Port, mail.Kind));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void Unsigned_webhooks_are_allowed_only_where_that_is_said(string? text, bool? expected)
    {
        using var host = Configured.With(("ALLOW_UNSIGNED_WEBHOOKS", text));
        Assert.Equal(expected, host.Get<Webhooks.WebhookOptions>().AllowUnsigned);
    }
}
