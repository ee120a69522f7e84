using System.Globalization;
using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Tests.Configuration;

public sealed class SettingsValuesTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("Yes", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData(" no ", false)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    public void Booleans_are_read_in_every_spelling(string text, bool expected) =>
        Assert.Equal(expected, Settings.Read(("CREATE_FOLLOWUP_TASK", text)).CreateFollowUpTask);

    [Theory]
    [InlineData("60", 60)]
    [InlineData("0.25", 0.25)]
    [InlineData("3600", 3600)]
    public void Durations_are_seconds_with_decimals(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Settings.Read(("RETRY_BASE_SECONDS", text)).RetryBase);

    [Fact]
    public void Lists_are_comma_separated_and_trimmed()
    {
        var settings = Settings.Read(
            ("CALENDLY_SIGNING_KEY", " one ,two,, three"), ("READAI_CUSTOMER_DOMAINS", " Ours.Example , @two.example"));
        Assert.Equal(["one", "two", "three"], settings.CalendlySigningKeys);
        Assert.Equal(["ours.example", "two.example"], settings.InternalDomains);
    }

    [Theory]
    [InlineData("MAX_RETRIES", "abc", "MAX_RETRIES is 'abc': must be a whole number from 0 to 20")]
    [InlineData("MAX_RETRIES", "21", "MAX_RETRIES is '21': must be a whole number from 0 to 20")]
    [InlineData("MAX_RETRIES", "-1", "MAX_RETRIES is '-1': must be a whole number from 0 to 20")]
    [InlineData("MAX_RETRIES", "2.5", "MAX_RETRIES is '2.5': must be a whole number from 0 to 20")]
    [InlineData("DRY_RUN", "maybe", "DRY_RUN is 'maybe': must be true or false (also yes, no, 1, 0)")]
    [InlineData("RETRY_BASE_SECONDS", "1,5", "RETRY_BASE_SECONDS is '1,5': must be a number of seconds from 0.01 to 3600")]
    [InlineData("RETRY_BASE_SECONDS", "NaN", "RETRY_BASE_SECONDS is 'NaN': must be a number of seconds from 0.01 to 3600")]
    [InlineData("LEASE_SECONDS", "0.1", "LEASE_SECONDS is '0.1': must be a number of seconds from 0.5 to 600")]
    [InlineData("WORKERS", "0", "WORKERS is '0': must be a whole number from 1 to 256")]
    [InlineData("ZOHO_DC", "moon", "ZOHO_DC is 'moon': must be one of us, au, eu, in, jp, ca, cn, sa, uk")]
    [InlineData("SALESINTEL_ROLE", "both", "SALESINTEL_ROLE is 'both': must be one of all, api, worker")]
    [InlineData("LOG_LEVEL", "LOUD", "LOG_LEVEL is 'LOUD': must be one of DEBUG, INFO, WARNING, ERROR")]
    [InlineData("READAI_INTERNAL_ONLY", "drop", "READAI_INTERNAL_ONLY is 'drop': must be one of fallback, ignore")]
    [InlineData("READAI_CUSTOMER_DOMAINS", "ours", "READAI_CUSTOMER_DOMAINS is 'ours': must be one or more mail domains, comma separated")]
    [InlineData("GEMINI_BASE_URL", "ftp://x.example", "GEMINI_BASE_URL (value not shown): must be an absolute http or https URL without user, password, query and fragment")]
    [InlineData("ZCF_PAIN_POINTS", "Pain Points", "ZCF_PAIN_POINTS is 'Pain Points': must be an API name as Zoho shows it (letters, digits and underscores, a letter first)")]
    public void A_bad_value_is_named_with_what_it_must_be(string name, string value, string expected) =>
        Assert.Equal(expected, Assert.Single(Settings.ReadBad((name, value)).Errors));

    [Fact]
    public void Defaults_are_those_of_the_documentation()
    {
        var settings = Settings.Read();
        Assert.True(settings.DryRun);
        Assert.Equal(HostRole.All, settings.Role);
        Assert.Equal("au", settings.ZohoDataCentre);
        Assert.Equal(8, settings.ZohoMaxConcurrency);
        Assert.Equal(["govisually.com", "clockworkstudio.com"], settings.InternalDomains);
        Assert.Equal(TimeSpan.FromMinutes(5), settings.MinMeetingDuration);
        Assert.Equal(TimeSpan.FromDays(30), settings.EventTtl);
        Assert.Equal(TimeSpan.FromDays(90), settings.IdempotencyTtl);
        Assert.Equal((8, 30d, 25d, 5d), (settings.Workers, settings.Lease.TotalSeconds, settings.ShutdownGrace.TotalSeconds, settings.ProbeAfter.TotalSeconds));
        Assert.Equal((10_485_760, 900d, 300d), (settings.MaxBodyBytes, settings.AlertWindow.TotalSeconds, settings.CalendlySignatureTolerance.TotalSeconds));
    }

    [Fact]
    public void What_the_table_calls_a_default_is_what_holds_without_the_variable()
    {
        // Each default, written out as a user would, must read to the same as nothing does.
        var nothing = Settings.Read();
        foreach (var setting in EnvironmentNames.All.Where(setting => setting.DefaultText.Length > 0 && !setting.DefaultText.Contains(' ')))
        {
            var written = Settings.Read((setting.Name, setting.DefaultText));
            foreach (var property in typeof(SalesIntelSettings).GetProperties().Where(property => property.Name is not nameof(nothing.Warnings)))
            {
                Assert.Equal(Show(property.GetValue(nothing)), Show(property.GetValue(written)));
            }
        }
    }

    [Fact]
    public void The_section_serves_too_and_the_environment_wins()
    {
        var settings = Settings.Read(("SalesIntel:WORKERS", "3"), ("SalesIntel:MAX_RETRIES", "5"), ("MAX_RETRIES", "7"));
        Assert.Equal((3, 7), (settings.Workers, settings.MaxRetries));
    }

    private static string Show(object? value) => value switch
    {
        IEnumerable<KeyValuePair<string, string>> pairs => string.Join(';', pairs),
        IEnumerable<string> texts => string.Join(',', texts),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
