namespace SalesIntel.EndToEnd.Tests.Settings;

/// <summary>What can't work is told before anything starts, with all the rest, and not later by the part that gets it.</summary>
public sealed class RefusedValuesTests
{
    // Any text will do for these.
    private static readonly string[] Free =
    [
        "DATA_DIR", "REDIS_KEY_PREFIX", "STATUS_DEMO_BOOKED", "STATUS_DEMO_COMPLETE", "STATUS_DEMO_CANCELED", "STATUS_DEMO_NO_SHOW",
        "ZOHO_COMPANY_STAND_IN", "CALENDLY_SIGNING_KEY", "READAI_SHARED_SECRET",
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "QUALIFICATION", "guess" },
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
        { "ZOHO_CREDITS_RESERVE", "-1" },
        { "ZOHO_CREDITS_RESERVE", "some" },
        { "ZOHO_TRIGGER", "everything" },
        { "ZOHO_SKIP_CADENCES", "maybe" },
        { "ZOHO_ASSIGNMENT_RULE_ID", "rule" },
        { "ZOHO_CONTACTS", "never" },
        { "ZOHO_WRITE_CONTACTS", "maybe" },
        { "CREATE_FOLLOWUP_TASK", "often" },
        { "CALENDLY_SIGNATURE_TOLERANCE_SECONDS", "0" },
        { "CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com" },
        { "READAI_SIGNING_KEY", "not base64!" },
        { "READAI_CUSTOMER_DOMAINS", "ours" },
        { "HOST_TIME_ZONES", "ann@seller.example=Mars/Olympus" },
        { "READAI_INTERNAL_ONLY", "drop" },
        { "READAI_MIN_DURATION_MINUTES", "1441" },
        { "ALLOW_UNSIGNED_WEBHOOKS", "perhaps" },
        { "MAX_BODY_BYTES", "1" },
        { "BODY_TIMEOUT_SECONDS", "0" },
        { "BODY_MEMORY_BYTES", "1000" },
        { "SLACK_WEBHOOK_URL", "hooks.slack.example" },
        { "SLACK_WEBHOOK_URL", "http://hooks.slack.example/x" },
        { "GEMINI_BASE_URL", "http://proxy.example" },
        { "ALERT_WINDOW_SECONDS", "0" },
        { "EVENT_TTL_SECONDS", "59" },
        { "IDEMPOTENCY_TTL_SECONDS", "59" },
        { "MAX_RETRIES", "21" },
        { "REDIS_WAIT_REPLICAS", "17" },
        { "RETRY_BASE_SECONDS", "0" },
        { "WORKERS", "257" },
        { "EXTRACTION_CONCURRENCY", "0" },
        { "MODEL_TOKENS_PER_DAY", "-1" },
        { "MODEL_MONEY_PER_DAY", "-0.01" },
        { "MODEL_MONEY_PER_DAY", "5 USD" },
        { "MODEL_PRICES", "gemini-3.8-flash" },
        { "MODEL_PRICES", "gemini-3.8-flash=1" },
        { "MODEL_PRICES", "gemini-3.8-flash=-1/2" },
        { "MODEL_PRICES", "my model=1/2" },
        { "VERIFY_CLAIMS", "sometimes" },
        { "LEASE_SECONDS", "601" },
        { "SHUTDOWN_SECONDS", "601" },
        { "PROBE_SECONDS", "0" },
        { "ZCF_LEAD_INTEL", "Lead Intel" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_value_that_can_not_work_is_an_error_of_the_settings(string name, string value) => Assert.Contains(
        await SampleHostSettings.ErrorsAsync((name, value)), error => error.StartsWith($"{name} ", StringComparison.Ordinal));

    [Fact]
    public async Task Every_variable_that_may_be_wrong_is_in_the_list_above() => Assert.Equal(
        (await SampleHostSettings.RowsAsync()).Select(row => row.Name).Except(Free).Where(name => !IsCustomField(name)).Order(StringComparer.Ordinal),
        Refused.Select(row => (string)row[0]).Where(name => !IsCustomField(name)).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("REDIS_URL", "hunter2-https://x")]
    [InlineData("REDIS_URL", "redis://user:hunter2@host/notanumber")]
    [InlineData("GEMINI_API_KEY", "hunter2 with spaces")]
    [InlineData("ZOHO_CLIENT_SECRET", "hunter2 x")]
    [InlineData("SLACK_WEBHOOK_URL", "hooks.slack.example/hunter2")]
    [InlineData("READAI_SIGNING_KEY", "hunter2!")]
    [InlineData("GEMINI_BASE_URL", "ftp://u:hunter2@proxy")]
    [InlineData("GEMINI_BASE_URL", "http://u:hunter2@proxy")]
    [InlineData("GEMINI_BASE_URL", "https://proxy.example/?key=hunter2")]
    [InlineData("ZOHO_ACCOUNTS_URL", "https://u:hunter2@proxy")]
    [InlineData("ZOHO_API_URL", "https://u:hunter2@proxy")]
    [InlineData("CALENDLY_EVENT_TYPE_URI", "https://u:hunter2@proxy/x")]
    public async Task A_secret_is_never_shown(string name, string value)
    {
        var failure = await SampleHostSettings.RefuseAsync((name, value));
        Assert.Contains(failure!.Errors, error => error.StartsWith($"{name} (value not shown): must be", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_all_packages_come_at_once() => Assert.Equal(
        [
            "MAX_RETRIES is 'abc': must be a whole number from 0 to 20",
            "ALERT_WINDOW_SECONDS is 'x': must be a number of seconds from 0.1 to 86400",
            "GEMINI_API_KEY is not set: required when DRY_RUN=false",
            "IDEMPOTENCY_TTL_SECONDS is shorter than EVENT_TTL_SECONDS: a repetition would be processed again while its event is still kept",
            "ZOHO_CLIENT_SECRET is not set: required when DRY_RUN=false",
            "ZOHO_DC is 'moon': must be one of us, au, eu, in, jp, ca, cn, sa, uk, ae",
            "ZOHO_REFRESH_TOKEN is not set: required when DRY_RUN=false",
        ],
        (await SampleHostSettings.ErrorsAsync(
            ("DRY_RUN", "false"), ("MAX_RETRIES", "abc"), ("ZOHO_DC", "moon"), ("ZOHO_CLIENT_ID", "i"), ("EVENT_TTL_SECONDS", "7776001"),
            ("ALERT_WINDOW_SECONDS", "x"))).OrderBy(error => error.StartsWith("MAX", StringComparison.Ordinal) ? "" : error, StringComparer.Ordinal));

    [Fact]
    public async Task Nothing_set_and_all_that_a_real_run_needs_are_no_error()
    {
        Assert.Empty(await SampleHostSettings.ErrorsAsync());
        Assert.Empty(await SampleHostSettings.ErrorsAsync(SampleHostSettings.RealRun));
    }

    private static bool IsCustomField(string name) => name.StartsWith("ZCF_", StringComparison.Ordinal);
}
