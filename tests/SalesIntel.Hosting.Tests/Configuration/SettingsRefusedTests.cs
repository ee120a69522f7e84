using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>What can't work is told when the settings are read, with all the rest, and not later by the part that gets it.</summary>
public sealed class SettingsRefusedTests
{
    // Any text will do for these.
    private static readonly string[] Free =
    [
        "DATA_DIR", "REDIS_KEY_PREFIX", "STATUS_DEMO_BOOKED", "STATUS_DEMO_COMPLETE", "STATUS_DEMO_CANCELED", "STATUS_DEMO_NO_SHOW",
        "CALENDLY_SIGNING_KEY", "READAI_SHARED_SECRET",
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "REDIS_URL", "http://127.0.0.1:6379" },
        { "SALESINTEL_ROLE", "both" },
        { "DRY_RUN", "maybe" },
        { "LOG_LEVEL", "loud" },
        { "ALLOW_DEBUG_ENDPOINTS", "sometimes" },
        { "GEMINI_API_KEY", "key with spaces" },
        { "GEMINI_API_KEY", "schl\u00fcssel" },
        { "GEMINI_MODEL", "gemini/../other" },
        { "GEMINI_MODEL", "-model" },
        { "GEMINI_BASE_URL", "127.0.0.1:9099" },
        { "GEMINI_BASE_URL", "http://u:pw@proxy.example" },
        { "GEMINI_BASE_URL", "https://proxy.example/?key=1" },
        { "ZOHO_DC", "moon" },
        { "ZOHO_CLIENT_ID", "two words" },
        { "ZOHO_CLIENT_SECRET", "two words" },
        { "ZOHO_REFRESH_TOKEN", "two words" },
        { "ZOHO_ACCOUNTS_URL", "http://accounts.zoho.example" },
        { "ZOHO_ACCOUNTS_URL", "https://u:pw@accounts.zoho.example" },
        { "ZOHO_API_URL", "http://api.zoho.example" },
        { "ZOHO_API_URL", "https://api.zoho.example/?x=1" },
        { "ZOHO_API_URL", "https://api.zoho.example/#x" },
        { "ZOHO_LEADS_MODULE", "My Leads" },
        { "ZOHO_OWNER_ID", "dana" },
        { "ZOHO_OWNER_ID", "123456789012345678901" },
        { "ZOHO_LEAD_STATUS_FIELD", "Lead Status" },
        { "ZOHO_MAX_CONCURRENCY", "0" },
        { "ZOHO_MAX_CONCURRENCY", "26" },
        { "CREATE_FOLLOWUP_TASK", "often" },
        { "CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "0" },
        { "CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com" },
        { "READAI_SIGNING_KEY", "not base64!" },
        { "READAI_CUSTOMER_DOMAINS", "ours" },
        { "READAI_INTERNAL_ONLY", "drop" },
        { "READAI_MIN_DURATION_MINUTES", "1441" },
        { "ALLOW_UNSIGNED_WEBHOOKS", "perhaps" },
        { "MAX_BODY_BYTES", "1" },
        { "SLACK_WEBHOOK_URL", "hooks.slack.example" },
        { "ALERT_WINDOW_SECONDS", "0" },
        { "EVENT_TTL_SECONDS", "59" },
        { "IDEMPOTENCY_TTL_SECONDS", "59" },
        { "MAX_RETRIES", "21" },
        { "RETRY_BASE_SECONDS", "0" },
        { "WORKERS", "257" },
        { "LEASE_SECONDS", "601" },
        { "SHUTDOWN_SECONDS", "601" },
        { "PROBE_SECONDS", "0" },
        { "ZCF_LEAD_INTEL", "Lead Intel" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_can_not_work_is_an_error_of_the_settings(string name, string value) => Assert.Contains(
        Settings.ReadBad((name, value)).Errors, error => error.StartsWith($"{name} ", StringComparison.Ordinal));

    [Fact]
    public void Every_variable_that_may_be_wrong_is_in_the_list_above() => Assert.Equal(
        EnvironmentNames.All.Select(setting => setting.Name).Except(Free).Order(StringComparer.Ordinal),
        Refused.Select(row => (string)row[0]).Where(name => !name.StartsWith(CustomFieldNames.Prefix, StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("GEMINI_BASE_URL", "ftp://u:hunter2@proxy")]
    [InlineData("GEMINI_BASE_URL", "http://u:hunter2@proxy")]
    [InlineData("GEMINI_BASE_URL", "https://proxy.example/?key=hunter2")]
    [InlineData("ZOHO_ACCOUNTS_URL", "https://u:hunter2@proxy")]
    [InlineData("ZOHO_API_URL", "https://u:hunter2@proxy")]
    [InlineData("CALENDLY_EVENT_TYPE_URI", "https://u:hunter2@proxy/x")]
    public void A_password_in_an_address_is_not_shown(string name, string value)
    {
        var exception = Settings.ReadBad((name, value));
        Assert.StartsWith($"{name} (value not shown): must be", Assert.Single(exception.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9099")]
    [InlineData("http://localhost:9099/zoho")]
    [InlineData("https://proxy.example/zoho/")]
    public void Zoho_may_be_reached_encrypted_or_on_this_machine(string url) =>
        Assert.Equal(new Uri(url), Settings.Read(("ZOHO_ACCOUNTS_URL", url), ("ZOHO_API_URL", url)).ZohoApiUrl);

    [Fact]
    public void A_repetition_must_be_known_for_as_long_as_its_event_is_kept()
    {
        Assert.Contains(
            "IDEMPOTENCY_TTL_SECONDS is shorter than EVENT_TTL_SECONDS: a repetition would be processed again while its event is still kept",
            Settings.ReadBad(("EVENT_TTL_SECONDS", "7776001"), ("WORKERS", "0")).Errors);
        Assert.Equal(TimeSpan.FromSeconds(60), Settings.Read(("EVENT_TTL_SECONDS", "60"), ("IDEMPOTENCY_TTL_SECONDS", "60")).IdempotencyTtl);
    }

    [Fact]
    public void A_dry_run_with_a_refresh_token_needs_what_belongs_to_it() => Assert.Equal(
        [
            "ZOHO_CLIENT_ID is not set: required with ZOHO_REFRESH_TOKEN",
            "ZOHO_CLIENT_SECRET is not set: required with ZOHO_REFRESH_TOKEN",
        ],
        Settings.ReadBad(("ZOHO_REFRESH_TOKEN", "r")).Errors);
}
