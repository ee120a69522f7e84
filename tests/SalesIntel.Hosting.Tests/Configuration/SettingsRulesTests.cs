using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Tests.Configuration;

public sealed class SettingsRulesTests
{
    private static readonly (string, string?)[] RealRun =
    [
        ("DRY_RUN", "false"), ("GEMINI_API_KEY", "g"), ("ZOHO_CLIENT_ID", "i"), ("ZOHO_CLIENT_SECRET", "s"), ("ZOHO_REFRESH_TOKEN", "r"),
    ];

    [Fact]
    public void All_errors_come_at_once_one_a_line()
    {
        var exception = Settings.ReadBad(("DRY_RUN", "false"), ("MAX_RETRIES", "abc"), ("ZOHO_DC", "moon"), ("ZOHO_CLIENT_ID", "i"));
        Assert.Equal(
            [
                "ZOHO_DC is 'moon': must be one of us, au, eu, in, jp, ca, cn, sa, uk",
                "MAX_RETRIES is 'abc': must be a whole number from 0 to 20",
                "GEMINI_API_KEY is not set: required when DRY_RUN=false",
                "ZOHO_CLIENT_SECRET is not set: required when DRY_RUN=false",
                "ZOHO_REFRESH_TOKEN is not set: required when DRY_RUN=false",
            ],
            exception.Errors);
        Assert.Equal(6, exception.Message.Split('\n').Length);
        Assert.StartsWith("The configuration has 5 errors:", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REDIS_URL", "hunter2-https://x")]
    [InlineData("REDIS_URL", "redis://user:hunter2@host/notanumber")]
    [InlineData("GEMINI_API_KEY", "hunter2 with spaces")]
    [InlineData("ZOHO_CLIENT_SECRET", "hunter2 x")]
    [InlineData("SLACK_WEBHOOK_URL", "hooks.slack.example/hunter2")]
    [InlineData("READAI_SIGNING_KEY", "hunter2!")]
    public void A_secret_is_never_shown(string name, string value)
    {
        var exception = Settings.ReadBad((name, value));
        Assert.Contains($"{name} (value not shown): must be", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_effective_configuration_shows_secrets_as_set_or_not_set()
    {
        var effective = Settings.Read(("GEMINI_API_KEY", "hunter2"), ("WORKERS", "4")).Effective.ToDictionary();
        Assert.Equal("set", effective["GEMINI_API_KEY"]);
        Assert.Equal("not set", effective["SLACK_WEBHOOK_URL"]);
        Assert.Equal("4", effective["WORKERS"]);
        Assert.Equal("3", effective["MAX_RETRIES"]);
        Assert.DoesNotContain(effective.Values, value => value.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal(EnvironmentNames.All.Count + 29, effective.Count);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("true", "false", false)]
    [InlineData("false", null, null)]
    [InlineData("false", "true", true)]
    public void Unsigned_webhooks_are_allowed_only_where_that_is_said(string? dryRun, string? unsigned, bool? expected)
    {
        var settings = Settings.Read([.. RealRun[1..], ("DRY_RUN", dryRun), ("ALLOW_UNSIGNED_WEBHOOKS", unsigned)]);
        Assert.Equal(expected, settings.AllowUnsignedWebhooks);
    }

    [Fact]
    public void A_real_run_that_takes_unsigned_webhooks_is_warned_about()
    {
        var warnings = Settings.Read([.. RealRun, ("ALLOW_UNSIGNED_WEBHOOKS", "1")]).Warnings;
        Assert.Contains(warnings, warning => warning.StartsWith("ALLOW_UNSIGNED_WEBHOOKS is true in a real run", StringComparison.Ordinal));
        Assert.Contains("CALENDLY_SIGNING_KEY is not set: Calendly webhooks are accepted unsigned.", warnings);
    }

    [Fact]
    public void What_will_be_refused_is_warned_about()
    {
        var warnings = Settings.Read(RealRun).Warnings;
        Assert.Contains("CALENDLY_SIGNING_KEY is not set: Calendly webhooks are refused with 401.", warnings);
        Assert.Contains("Neither READAI_SIGNING_KEY nor READAI_SHARED_SECRET is set: Read.ai webhooks are refused with 401.", warnings);
        Assert.Contains("SLACK_WEBHOOK_URL is not set: alerts are only logged.", warnings);
        Assert.Contains("29 of 29 ZCF_* variables are empty: what they would hold is not written to the CRM.", warnings);
    }

    [Fact]
    public void A_worker_receives_nothing_and_is_not_warned_about_signatures()
    {
        Assert.DoesNotContain(
            Settings.Read([.. RealRun, ("SALESINTEL_ROLE", "worker"), ("ALLOW_UNSIGNED_WEBHOOKS", "true")]).Warnings,
            warning => warning.Contains("webhooks", StringComparison.OrdinalIgnoreCase) && !warning.StartsWith("SLACK", StringComparison.Ordinal));
        Assert.Contains(
            Settings.Read([.. RealRun, ("SALESINTEL_ROLE", "api")]).Warnings,
            warning => warning.StartsWith("CALENDLY_SIGNING_KEY is not set", StringComparison.Ordinal));
    }

    [Fact]
    public void A_complete_configuration_has_no_warning()
    {
        var fields = CustomFieldNames.All.Select(field => (field.Key, (string?)$"F_{field.Key}"));
        var settings = Settings.Read(
        [
            .. RealRun, .. fields, ("CALENDLY_SIGNING_KEY", "k"), ("READAI_SIGNING_KEY", "a2V5"),
            ("SLACK_WEBHOOK_URL", "https://hooks.slack.example/x"),
        ]);
        Assert.Empty(settings.Warnings);
        Assert.Equal("F_ZCF_BANT_NEED", settings.CustomFields["ZCF_BANT_NEED"]);
    }

    [Fact]
    public void A_misspelt_custom_field_is_answered_with_the_nearest_name()
    {
        var settings = Settings.Read(("ZCF_MEDIC_CHAMPION", "Champion"), ("SalesIntel:ZCF_PAIN_POINT", "Pain"));
        Assert.Contains("ZCF_MEDIC_CHAMPION is not a known variable and has no effect. Did you mean ZCF_MEDDIC_CHAMPION?", settings.Warnings);
        Assert.Contains("ZCF_PAIN_POINT is not a known variable and has no effect. Did you mean ZCF_PAIN_POINTS?", settings.Warnings);
        Assert.Empty(settings.CustomFields);
    }

    [Fact]
    public void Two_variables_for_one_field_are_warned_about() => Assert.Contains(
        "ZCF_BANT_BUDGET and ZCF_BANT_NEED name the same field 'Bant': one overwrites the other.",
        Settings.Read(("ZCF_BANT_BUDGET", "Bant"), ("ZCF_BANT_NEED", "Bant")).Warnings);

    [Fact]
    public void The_table_has_a_row_for_every_variable()
    {
        var rows = SalesIntelSettings.DescribeAsMarkdown().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(EnvironmentNames.All.Count + CustomFieldNames.All.Count + 2, rows.Length);
        Assert.Contains("| `MAX_RETRIES` | `3` | after 60, 120, 240 s (with jitter) |", rows);
        Assert.Contains("| `GEMINI_API_KEY` | – | required when `DRY_RUN=false` (secret) |", rows);
    }
}
