using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Everything that is configured, typed and checked. Immutable. The names, defaults and meanings of the variables are in
/// <see cref="DescribeAsMarkdown"/>.</summary>
public sealed class SalesIntelSettings
{
    internal SalesIntelSettings()
    {
    }

    /// <summary><c>REDIS_URL</c>; null = embedded store. Secret: may hold a password.</summary>
    public string? RedisUrl { get; internal init; }

    /// <summary><c>DATA_DIR</c>.</summary>
    public string DataDirectory { get; internal init; } = "";

    /// <summary><c>SALESINTEL_ROLE</c>.</summary>
    public HostRole Role { get; internal init; }

    /// <summary><c>REDIS_KEY_PREFIX</c>.</summary>
    public string RedisKeyPrefix { get; internal init; } = "";

    /// <summary><c>DRY_RUN</c>.</summary>
    public bool DryRun { get; internal init; }

    /// <summary><c>LOG_LEVEL</c>.</summary>
    public LogLevel LogLevel { get; internal init; }

    /// <summary><c>ALLOW_DEBUG_ENDPOINTS</c>.</summary>
    public bool AllowDebugEndpoints { get; internal init; }

    /// <summary><c>GEMINI_API_KEY</c>. Secret.</summary>
    public string? GeminiApiKey { get; internal init; }

    /// <summary><c>GEMINI_MODEL</c>; null = the default of the Gemini package.</summary>
    public string? GeminiModel { get; internal init; }

    /// <summary><c>GEMINI_BASE_URL</c>; null = Google's.</summary>
    public Uri? GeminiBaseUrl { get; internal init; }

    /// <summary><c>ZOHO_DC</c>, lower case.</summary>
    public string ZohoDataCentre { get; internal init; } = "";

    /// <summary><c>ZOHO_CLIENT_ID</c>. Secret.</summary>
    public string? ZohoClientId { get; internal init; }

    /// <summary><c>ZOHO_CLIENT_SECRET</c>. Secret.</summary>
    public string? ZohoClientSecret { get; internal init; }

    /// <summary><c>ZOHO_REFRESH_TOKEN</c>. Secret.</summary>
    public string? ZohoRefreshToken { get; internal init; }

    /// <summary><c>ZOHO_ACCOUNTS_URL</c>; null = from the data centre.</summary>
    public Uri? ZohoAccountsUrl { get; internal init; }

    /// <summary><c>ZOHO_API_URL</c>; null = from the token answer.</summary>
    public Uri? ZohoApiUrl { get; internal init; }

    /// <summary><c>ZOHO_LEADS_MODULE</c>.</summary>
    public string ZohoLeadsModule { get; internal init; } = "";

    /// <summary><c>ZOHO_OWNER_ID</c>.</summary>
    public string? ZohoOwnerId { get; internal init; }

    /// <summary><c>ZOHO_LEAD_STATUS_FIELD</c>.</summary>
    public string ZohoLeadStatusField { get; internal init; } = "";

    /// <summary><c>ZOHO_MAX_CONCURRENCY</c>.</summary>
    public int ZohoMaxConcurrency { get; internal init; }

    /// <summary><c>STATUS_DEMO_BOOKED</c>.</summary>
    public string StatusDemoBooked { get; internal init; } = "";

    /// <summary><c>STATUS_DEMO_COMPLETE</c>.</summary>
    public string StatusDemoComplete { get; internal init; } = "";

    /// <summary><c>STATUS_DEMO_CANCELED</c>.</summary>
    public string StatusDemoCanceled { get; internal init; } = "";

    /// <summary><c>STATUS_DEMO_NO_SHOW</c>.</summary>
    public string StatusDemoNoShow { get; internal init; } = "";

    /// <summary><c>CREATE_FOLLOWUP_TASK</c>.</summary>
    public bool CreateFollowUpTask { get; internal init; }

    /// <summary><c>ZCF_*</c> that are set: field's API name by variable.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; internal init; } = new Dictionary<string, string>();

    /// <summary><c>CALENDLY_SIGNING_KEY</c>. Secret.</summary>
    public IReadOnlyList<string> CalendlySigningKeys { get; internal init; } = [];

    /// <summary><c>CALENDLY_SIGNATURE_TOLERANCE_SECONDS</c>.</summary>
    public TimeSpan CalendlySignatureTolerance { get; internal init; }

    /// <summary><c>CALENDLY_EVENT_TYPE_URI</c>; null = all.</summary>
    public string? CalendlyEventTypeUri { get; internal init; }

    /// <summary><c>READAI_SHARED_SECRET</c>. Secret.</summary>
    public string? ReadAiSharedSecret { get; internal init; }

    /// <summary><c>READAI_SIGNING_KEY</c>, base64. Secret.</summary>
    public IReadOnlyList<string> ReadAiSigningKeys { get; internal init; } = [];

    /// <summary><c>READAI_CUSTOMER_DOMAINS</c>: the internal domains, lower case.</summary>
    public IReadOnlyList<string> InternalDomains { get; internal init; } = [];

    /// <summary><c>READAI_INTERNAL_ONLY</c> is <c>ignore</c>: a meeting without external attendee is set aside.</summary>
    public bool IgnoreInternalOnly { get; internal init; }

    /// <summary><c>READAI_MIN_DURATION_MINUTES</c>.</summary>
    public TimeSpan MinMeetingDuration { get; internal init; }

    /// <summary><c>ALLOW_UNSIGNED_WEBHOOKS</c>; where not set (null), unsigned webhooks are taken in dry run only, and a real run does not
    /// execute them.</summary>
    public bool? AllowUnsignedWebhooks { get; internal init; }

    /// <summary><c>MAX_BODY_BYTES</c>.</summary>
    public int MaxBodyBytes { get; internal init; }

    /// <summary><c>SLACK_WEBHOOK_URL</c>; null = alerts are only logged. Secret.</summary>
    public Uri? SlackWebhookUrl { get; internal init; }

    /// <summary><c>ALERT_WINDOW_SECONDS</c>.</summary>
    public TimeSpan AlertWindow { get; internal init; }

    /// <summary><c>EVENT_TTL_SECONDS</c>.</summary>
    public TimeSpan EventTtl { get; internal init; }

    /// <summary><c>IDEMPOTENCY_TTL_SECONDS</c>.</summary>
    public TimeSpan IdempotencyTtl { get; internal init; }

    /// <summary><c>MAX_RETRIES</c>.</summary>
    public int MaxRetries { get; internal init; }

    /// <summary><c>RETRY_BASE_SECONDS</c>.</summary>
    public TimeSpan RetryBase { get; internal init; }

    /// <summary><c>WORKERS</c>.</summary>
    public int Workers { get; internal init; }

    /// <summary><c>LEASE_SECONDS</c>.</summary>
    public TimeSpan Lease { get; internal init; }

    /// <summary><c>SHUTDOWN_SECONDS</c>.</summary>
    public TimeSpan ShutdownGrace { get; internal init; }

    /// <summary><c>PROBE_SECONDS</c>.</summary>
    public TimeSpan ProbeAfter { get; internal init; }

    /// <summary>What works, but perhaps not as meant: one sentence each, without secrets. Logged when the host starts.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>Every variable with what holds for it, in the order of the documentation. Secrets only as <c>set</c> or
    /// <c>not set</c>; may be shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Effective { get; internal init; } = [];

    /// <summary>Reads and checks everything.</summary>
    /// <param name="configuration">Holds the variables at the top level or in section <c>SalesIntel</c>.</param>
    /// <exception cref="SettingsException">Something can't be used; lists all errors.</exception>
    public static SalesIntelSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return SettingsComposer.Compose(new SettingsReader(configuration));
    }

    /// <summary>The table of all variables for a README: name, default, meaning.</summary>
    public static string DescribeAsMarkdown() => SettingsTable.Markdown();
}
