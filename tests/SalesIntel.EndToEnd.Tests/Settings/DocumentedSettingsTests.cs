using SalesIntel.EndToEnd.Tests.Docs;

namespace SalesIntel.EndToEnd.Tests.Settings;

/// <summary>What users read about the settings is what holds.</summary>
public sealed class DocumentedSettingsTests
{
    // What operators have in their environment since before: never renamed.
    private static readonly string[] Kept =
    [
        "REDIS_URL", "DATA_DIR", "SALESINTEL_ROLE", "REDIS_KEY_PREFIX", "DRY_RUN", "LOG_LEVEL", "ALLOW_DEBUG_ENDPOINTS", "GEMINI_API_KEY",
        "GEMINI_MODEL", "GEMINI_BASE_URL", "ZOHO_DC", "ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN", "ZOHO_ACCOUNTS_URL",
        "ZOHO_API_URL", "ZOHO_LEADS_MODULE", "ZOHO_OWNER_ID", "ZOHO_LEAD_STATUS_FIELD", "ZOHO_MAX_CONCURRENCY", "STATUS_DEMO_BOOKED",
        "STATUS_DEMO_COMPLETE", "STATUS_DEMO_CANCELED", "STATUS_DEMO_NO_SHOW", "CREATE_FOLLOWUP_TASK", "CALENDLY_SIGNING_KEY",
        "CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "CALENDLY_EVENT_TYPE_URI", "READAI_SHARED_SECRET", "READAI_SIGNING_KEY",
        "READAI_CUSTOMER_DOMAINS", "READAI_INTERNAL_ONLY", "READAI_MIN_DURATION_MINUTES", "ALLOW_UNSIGNED_WEBHOOKS", "SLACK_WEBHOOK_URL",
        "EVENT_TTL_SECONDS", "IDEMPOTENCY_TTL_SECONDS", "MAX_RETRIES", "RETRY_BASE_SECONDS",
        "ZCF_DEMO_DATETIME", "ZCF_DEMO_TIMEZONE", "ZCF_CALENDLY_INVITEE_URI", "ZCF_CALENDLY_EVENT_URI", "ZCF_CALENDLY_QA", "ZCF_LEAD_INTEL",
        "ZCF_PAIN_POINTS", "ZCF_TEAM_MEMBERS", "ZCF_TOOLS_CURRENTLY_USED", "ZCF_DEMO_OBJECTIVES", "ZCF_DEMO_FOCUS_RECOMMENDATION",
        "ZCF_DISCOVERY_QUESTIONS", "ZCF_SALES_REP_CHEAT_SHEET", "ZCF_COMPANY_TYPE", "ZCF_COMPANY_DESCRIPTION", "ZCF_QUALIFICATION_GAPS",
        "ZCF_BANT_BUDGET", "ZCF_BANT_AUTHORITY", "ZCF_BANT_NEED", "ZCF_BANT_TIMING", "ZCF_REFERRED_BY", "ZCF_MEDDIC_METRICS",
        "ZCF_MEDDIC_ECONOMIC_BUYER", "ZCF_MEDDIC_DECISION_CRITERIA", "ZCF_MEDDIC_DECISION_PROCESS", "ZCF_MEDDIC_IDENTIFIED_PAIN",
        "ZCF_MEDDIC_CHAMPION", "ZCF_MEDDIC_COMPETITION", "ZCF_MEDDIC_CONFIDENCE",
    ];

    [Fact]
    public async Task No_name_of_before_is_lost_and_none_is_there_twice()
    {
        string[] names = [.. (await SampleHostSettings.RowsAsync()).Select(row => row.Name)];
        Assert.Empty(Kept.Except(names));
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("DRY_RUN", "true")]
    [InlineData("SALESINTEL_ROLE", "all")]
    [InlineData("DATA_DIR", "./data")]
    [InlineData("LOG_LEVEL", "INFO")]
    [InlineData("ZOHO_DC", "au")]
    [InlineData("ZOHO_LEADS_MODULE", "Leads")]
    [InlineData("ZOHO_MAX_CONCURRENCY", "8")]
    [InlineData("READAI_CUSTOMER_DOMAINS", "govisually.com,clockworkstudio.com")]
    [InlineData("READAI_MIN_DURATION_MINUTES", "5")]
    [InlineData("STATUS_DEMO_NO_SHOW", "Demo No-show")]
    [InlineData("EVENT_TTL_SECONDS", "2592000")]
    [InlineData("IDEMPOTENCY_TTL_SECONDS", "7776000")]
    [InlineData("MAX_RETRIES", "3")]
    [InlineData("RETRY_BASE_SECONDS", "60")]
    [InlineData("CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "300")]
    [InlineData("BODY_TIMEOUT_SECONDS", "10")]
    [InlineData("BODY_MEMORY_BYTES", "67108864")]
    [InlineData("QUALIFICATION", "meddic")]
    public async Task Default_is_the_documented_one(string name, string expected)
    {
        var row = (await SampleHostSettings.RowsAsync()).Single(one => one.Name == name);
        Assert.Equal((expected, expected), (row.Default, row.Value));
    }

    [Fact]
    public async Task Each_default_written_out_as_a_user_would_reads_to_the_same()
    {
        var rows = await SampleHostSettings.RowsAsync();
        var written = rows.Where(row => row.Default.Length > 0).Select(row => (row.Name, (string?)row.Default)).ToArray();
        Assert.Equal(rows, await SampleHostSettings.RowsAsync(written));
        Assert.Empty(await SampleHostSettings.ErrorsAsync(written));
    }

    [Fact]
    public async Task The_documented_table_is_what_the_command_prints() =>
        Assert.Contains(await SampleHostSettings.TableAsync(), Documents.Text("docs/configuration.md"), StringComparison.Ordinal);

    [Fact]
    public async Task A_misspelt_custom_field_is_answered_with_the_nearest_name()
    {
        var warnings = await SampleHostSettings.WarningsAsync(("ZCF_MEDIC_CHAMPION", "Champion"), ("SalesIntel:ZCF_PAIN_POINT", "Pain"));
        Assert.Contains("ZCF_MEDIC_CHAMPION is not a known variable and has no effect. Did you mean ZCF_MEDDIC_CHAMPION?", warnings);
        Assert.Contains("ZCF_PAIN_POINT is not a known variable and has no effect. Did you mean ZCF_PAIN_POINTS?", warnings);
    }

    [Fact]
    public async Task A_complete_configuration_has_no_warning()
    {
        var fields = (await SampleHostSettings.RowsAsync()).Select(row => row.Name).Where(name => name.StartsWith("ZCF_", StringComparison.Ordinal));
        Assert.Empty(await SampleHostSettings.WarningsAsync(
        [
            .. SampleHostSettings.RealRun, .. fields.Select(name => (name, (string?)$"F_{name}")), ("CALENDLY_SIGNING_KEY", "k"),
            ("READAI_SIGNING_KEY", "a2V5"), ("SLACK_WEBHOOK_URL", "https://hooks.slack.example/x"),
        ]));
    }
}
