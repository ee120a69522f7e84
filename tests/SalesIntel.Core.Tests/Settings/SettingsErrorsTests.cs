using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>What is said about values that can't work, wherever they come from.</summary>
public sealed class SettingsErrorsTests
{
    private const string Secret = "hunter2 x";

    public static TheoryData<string, string, string> Texts => new()
    {
        { "MAIL_HOST", "two words", "MAIL_HOST is 'two words': must be one word without spaces" },
        { "MAIL_PORT", "abc", "MAIL_PORT is 'abc': must be a whole number from 1 to 65535" },
        { "MAIL_PORT", "0", "MAIL_PORT is '0': must be a whole number from 1 to 65535" },
        { "MAIL_PORT", "-1", "MAIL_PORT is '-1': must be a whole number from 1 to 65535" },
        { "MAIL_PORT", "2.5", "MAIL_PORT is '2.5': must be a whole number from 1 to 65535" },
        { "MAIL_PORT", "99999999999", "MAIL_PORT is '99999999999': must be a whole number from 1 to 65535" },
        { "MAIL_TLS", "maybe", "MAIL_TLS is 'maybe': must be true or false (also yes, no, 1, 0)" },
        { "MAIL_RETRY", "maybe", "MAIL_RETRY is 'maybe': must be true or false (also yes, no, 1, 0)" },
        { "MAIL_TIMEOUT_SECONDS", "1,5", "MAIL_TIMEOUT_SECONDS is '1,5': must be a number of seconds from 0.5 to 60" },
        { "MAIL_TIMEOUT_SECONDS", "NaN", "MAIL_TIMEOUT_SECONDS is 'NaN': must be a number of seconds from 0.5 to 60" },
        { "MAIL_TIMEOUT_SECONDS", "1e300", "MAIL_TIMEOUT_SECONDS is '1e300': must be a number of seconds from 0.5 to 60" },
        { "MAIL_PAUSE_MINUTES", "61", "MAIL_PAUSE_MINUTES is '61': must be a number of minutes from 0 to 60" },
        { "MAIL_KIND", "colourful", "MAIL_KIND is 'colourful': must be one of plain, rich" },
        { "MAIL_PASSWORD", Secret, "MAIL_PASSWORD (value not shown): must be one word without spaces" },
        { "MAIL_URL", "https://u:hunter2@mail.example", "MAIL_URL (value not shown): must be an absolute http or https URL without user and password" },
        { "MAIL_KEYS", "a," + Secret, "MAIL_KEYS (value not shown): must be one word without spaces" },
    };

    public static TheoryData<string, Action<MailOptions>> Values => new()
    {
        { "MAIL_HOST (MailOptions.Host) is 'two words': must be one word without spaces", mail => mail.Host = "two words" },
        { "MAIL_HOST (MailOptions.Host) is null: must be one word without spaces", mail => mail.Host = null! },
        { "MAIL_PORT (MailOptions.Port) is '0': must be a whole number from 1 to 65535", mail => mail.Port = 0 },
        { "MAIL_TIMEOUT_SECONDS (MailOptions.Timeout) is '0.1': must be a number of seconds from 0.5 to 60", mail => mail.Timeout = TimeSpan.FromSeconds(0.1) },
        { "MAIL_PAUSE_MINUTES (MailOptions.Pause) is '-1': must be a number of minutes from 0 to 60", mail => mail.Pause = TimeSpan.FromMinutes(-1) },
        { "MAIL_PASSWORD (MailOptions.Password) (value not shown): must be one word without spaces", mail => mail.Password = Secret },
        { "MAIL_URL (MailOptions.Url) (value not shown): must be an absolute http or https URL without user and password", mail => mail.Url = "ftp://u:hunter2@x" },
        { "MAIL_KEYS (MailOptions.Keys[1]) (value not shown): must be one word without spaces", mail => mail.Keys = ["a", Secret] },
        { "MAIL_KEYS (MailOptions.Keys[0]) (value not shown): must be one word without spaces", mail => mail.Keys = [""] },
        { "MAIL_KEYS (MailOptions.Keys) is null: must be one word without spaces", mail => mail.Keys = null! },
        { "MAIL_KIND (MailOptions.Kind) is '7': must be one of plain, rich", mail => mail.Kind = (MailKind)7 },
        { "MailOptions.MaxSize is '0': must be a whole number from 1 to 100", mail => mail.MaxSize = 0 },
        { "MAIL_PASSWORD is not set: required with MAIL_TLS=true", mail => mail.Tls = true },
        { "MAIL_PAUSE_MINUTES is shorter than MAIL_TIMEOUT_SECONDS", mail => mail.Pause = TimeSpan.FromSeconds(1) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_can_not_be_read_is_named_with_what_it_must_be(string name, string text, string expected)
    {
        using var host = Configured.With(builder => builder.AddSettings(MailOptions.Settings), (name, text));
        Assert.Equal(expected, Assert.Single(host.Errors));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_is_set_in_code_is_named_with_its_property(string expected, Action<MailOptions> set)
    {
        using var host = Configured.With(builder => builder.AddSettings(MailOptions.Settings).Services.Configure(set));
        Assert.Equal(expected, Assert.Single(host.Errors));
        Assert.Equal([expected], Assert.Throws<OptionsValidationException>(() => host.Get<MailOptions>()).Failures);
    }

    [Fact]
    public void Errors_of_all_parts_come_at_once_one_a_line_without_secrets()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings).Services
                .Configure<ProcessingOptions>(options => options.Workers = 0)
                .Configure<ExtractionOptions>(options => options.MaxListItems = 0)
                .Configure<TeamOptions>(options => options.InternalDomains = ["ann@lee.example"]),
            ("MAIL_PASSWORD", Secret), ("MAX_RETRIES", "99"), ("READAI_SIGNING_KEY", "AAAA,hunter2!"), ("QUALIFICATION", "bent"));
        var failure = Assert.Throws<SettingsException>(host.Start);
        Assert.Equal(
            [
                "QUALIFICATION is 'bent': must be one of meddic, meddpicc, bant, spiced",
                "MAX_RETRIES is '99': must be a whole number from 0 to 20",
                "WORKERS (ProcessingOptions.Workers) is '0': must be a whole number from 1 to 256",
                "READAI_SIGNING_KEY (value not shown): must be one or more base64 keys, comma separated, as the dashboard shows them",
                "READAI_CUSTOMER_DOMAINS (TeamOptions.InternalDomains[0]) is 'ann@lee.example': must be one or more mail domains, comma separated",
                "ExtractionOptions.MaxListItems is '0': must be a whole number from 1 to 200",
                "MAIL_PASSWORD (value not shown): must be one word without spaces",
            ],
            failure.Errors);
        Assert.Equal(failure.Errors, failure.Failures);
        Assert.Equal(["The configuration has 7 errors:", .. failure.Errors], failure.Message.Split('\n'));
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_of_every_range_are_taken()
    {
        using var host = Configured.With(
            ("RETRY_BASE_SECONDS", "0.01"), ("LEASE_SECONDS", "600"), ("SHUTDOWN_SECONDS", "0"), ("PROBE_SECONDS", "3600"),
            ("MAX_RETRIES", "20"), ("WORKERS", "256"), ("READAI_MIN_DURATION_MINUTES", "1440"), ("READAI_CUSTOMER_DOMAINS", "@A.example"),
            ("CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com/event_types/X"), ("CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "1"));
        host.Start();
        Assert.Equal(["a.example"], host.Get<TeamOptions>().InternalDomains);
    }

    [Fact]
    public void Hosts_have_time_zones_by_their_addresses_in_any_case()
    {
        using var host = Configured.With(("HOST_TIME_ZONES", "Ann@Seller.example=Europe/Berlin, bo@seller.example = Asia/Tokyo,ann@seller.example=UTC"));
        host.Start();
        Assert.Equal(
            new Dictionary<string, string> { ["ann@seller.example"] = "UTC", ["bo@seller.example"] = "Asia/Tokyo" }, host.Get<TeamOptions>().HostTimeZones);
    }

    [Theory]
    [InlineData("ann@seller.example=Mars/Olympus")]
    [InlineData("ann@seller.example")]
    [InlineData("ann@seller.example=")]
    [InlineData("Europe/Berlin")]
    [InlineData("ann=Europe/Berlin")]
    [InlineData("bo@seller.example=UTC,ann@seller.example=Europe/Berlin=x")]
    public void Time_zone_of_a_host_that_can_not_be_read_is_an_error_without_the_address(string value)
    {
        using var host = Configured.With(("HOST_TIME_ZONES", value));
        Assert.Equal(
            "HOST_TIME_ZONES (value not shown): must be one or more of address=zone, e.g. ann@seller.example=Europe/Berlin, comma separated",
            Assert.Single(host.Errors));
    }

    [Fact]
    public void A_value_in_code_mends_nothing_that_is_wrong_in_the_environment()
    {
        using var host = Configured.With(
            builder => builder.Services.Configure<ProcessingOptions>(options => options.Workers = 3), ("WORKERS", "many"));
        Assert.Equal("WORKERS is 'many': must be a whole number from 1 to 256", Assert.Single(host.Errors));
    }

    [Fact]
    public void What_is_required_and_can_not_be_read_is_not_said_to_be_missing()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings), ("MAIL_TLS", "true"), ("MAIL_PASSWORD", "two words"));
        Assert.Equal("MAIL_PASSWORD (value not shown): must be one word without spaces", Assert.Single(host.Errors));
    }

    [Fact]
    public void Without_configuration_a_setting_that_is_missing_is_named_with_its_property()
    {
        using var services = new ServiceCollection().AddSettings(MailOptions.Settings)
            .Configure<MailOptions>(mail => mail.Tls = true).BuildServiceProvider();
        var failure = Assert.Throws<SettingsException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal("MAIL_PASSWORD (MailOptions.Password) is not set: required with MAIL_TLS=true", Assert.Single(failure.Errors));
    }

    [Fact]
    public void Draft_of_options_is_what_is_configured_whether_or_not_it_is_valid()
    {
        using var host = Configured.With(
            builder => builder.Services.Configure<ProcessingOptions>(options => options.Workers = 0), ("MAX_RETRIES", "7"), ("LEASE_SECONDS", "x"));
        var draft = ProcessingOptions.Settings.Draft(host.Service<IServiceProvider>());
        Assert.Equal((0, 7, 30d), (draft.Workers, draft.MaxRetries, draft.Lease.TotalSeconds));
    }
}
