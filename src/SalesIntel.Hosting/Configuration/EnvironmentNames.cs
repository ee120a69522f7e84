using Microsoft.Extensions.Logging;
using static SalesIntel.Hosting.Configuration.SettingParsers;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Every variable with its default, meaning and reader: the one place that knows the names. The order is the order of
/// the documentation. The custom fields (<c>ZCF_*</c>) are in <see cref="CustomFieldNames"/>.</summary>
internal static class EnvironmentNames
{
    public static readonly Setting<string?> RedisUrl = new("REDIS_URL", null, "",
        "`redis://[user:password@]host:port/db`, `rediss://` for TLS; not set = embedded store in `DATA_DIR`",
        RedisAddress, isSecret: true);

    public static readonly Setting<string> DataDir = new("DATA_DIR", "./data", "./data",
        "where the embedded store keeps its files", PlainText);

    public static readonly Setting<HostRole> Role = new("SALESINTEL_ROLE", HostRole.All, "all",
        "`all`, `api` (receive only), `worker` (process only)", SettingParsers.Role);

    public static readonly Setting<string> RedisKeyPrefix = new("REDIS_KEY_PREFIX", "", "",
        "put in front of every key; `{si}:` puts them all in one cluster slot", PlainText);

    public static readonly Setting<bool> DryRun = new("DRY_RUN", true, "true",
        "no CRM write; what would be written is kept with the event", SettingParsers.Boolean);

    public static readonly Setting<LogLevel> Level = new("LOG_LEVEL", LogLevel.Information, "INFO",
        "`DEBUG`, `INFO`, `WARNING`, `ERROR`; `DEBUG` is the only level that may show personal data", SettingParsers.Level);

    public static readonly Setting<bool> DebugEndpoints = new("ALLOW_DEBUG_ENDPOINTS", false, "false",
        "`/debug/*` exist only when true; they show stored data", SettingParsers.Boolean);

    public static readonly Setting<string?> GeminiApiKey = new("GEMINI_API_KEY", null, "",
        "required when `DRY_RUN=false`", Ascii, isSecret: true);

    public static readonly Setting<string?> GeminiModel = new("GEMINI_MODEL", null, "the Gemini package's",
        "model id", ModelId);

    public static readonly Setting<Uri?> GeminiBaseUrl = new("GEMINI_BASE_URL", null, "Google's own",
        "for proxies and stand-ins", BaseUrl, isUrl: true);

    public static readonly Setting<string> ZohoDataCentre = new("ZOHO_DC", "au", "au",
        "`us`, `au`, `eu`, `in`, `jp`, `ca`, `cn`, `sa`, `uk`", OneOf("us", "au", "eu", "in", "jp", "ca", "cn", "sa", "uk"));

    public static readonly Setting<string?> ZohoClientId = new("ZOHO_CLIENT_ID", null, "",
        "required when `DRY_RUN=false`", Token, isSecret: true);

    public static readonly Setting<string?> ZohoClientSecret = new("ZOHO_CLIENT_SECRET", null, "",
        "required when `DRY_RUN=false`", Token, isSecret: true);

    public static readonly Setting<string?> ZohoRefreshToken = new("ZOHO_REFRESH_TOKEN", null, "",
        "required when `DRY_RUN=false`", Token, isSecret: true);

    public static readonly Setting<Uri?> ZohoAccountsUrl = new("ZOHO_ACCOUNTS_URL", null, "from the data centre",
        "for proxies and stand-ins; https, or http on this machine", EncryptedUrl, isUrl: true);

    public static readonly Setting<Uri?> ZohoApiUrl = new("ZOHO_API_URL", null, "from the token answer",
        "for proxies and stand-ins; https, or http on this machine", EncryptedUrl, isUrl: true);

    public static readonly Setting<string> ZohoLeadsModule = new("ZOHO_LEADS_MODULE", "Leads", "Leads",
        "API name of the leads module", ApiName);

    public static readonly Setting<string?> ZohoOwnerId = new("ZOHO_OWNER_ID", null, "",
        "owner of new leads and tasks, a Zoho user's id", ZohoId);

    public static readonly Setting<string> ZohoLeadStatusField = new("ZOHO_LEAD_STATUS_FIELD", "Lead_Status", "Lead_Status",
        "API name of the status field", ApiName);

    public static readonly Setting<int> ZohoMaxConcurrency = new("ZOHO_MAX_CONCURRENCY", 8, "8",
        "calls to Zoho in flight, at most 25", Whole(1, 25));

    public static readonly Setting<string> DemoBooked = new("STATUS_DEMO_BOOKED", "Demo Booked", "Demo Booked",
        "lead status after a booking", PlainText);

    public static readonly Setting<string> DemoComplete = new("STATUS_DEMO_COMPLETE", "Demo Complete", "Demo Complete",
        "lead status after the demo", PlainText);

    public static readonly Setting<string> DemoCanceled = new("STATUS_DEMO_CANCELED", "Demo Canceled", "Demo Canceled",
        "lead status after a cancellation", PlainText);

    public static readonly Setting<string> DemoNoShow = new("STATUS_DEMO_NO_SHOW", "Demo No-show", "Demo No-show",
        "lead status after a no-show", PlainText);

    public static readonly Setting<bool> FollowUpTask = new("CREATE_FOLLOWUP_TASK", false, "false",
        "follow-up task on the next business day", SettingParsers.Boolean);

    public static readonly Setting<IReadOnlyList<string>> CalendlySigningKeys = new("CALENDLY_SIGNING_KEY", [], "",
        "several keys, comma separated, while a key is rotated", List, isSecret: true);

    public static readonly Setting<TimeSpan> CalendlyTolerance = new("CALENDLY_SIGNATURE_TOLERANCE_SECONDS",
        TimeSpan.FromSeconds(300), "300", "how far a signature's time may be off", Seconds(1, 604_800));

    public static readonly Setting<string?> CalendlyEventType = new("CALENDLY_EVENT_TYPE_URI", null, "",
        "only bookings of this event type are processed, the others are ignored; empty = all", EventType, isUrl: true);

    public static readonly Setting<string?> ReadAiSharedSecret = new("READAI_SHARED_SECRET", null, "",
        "compared with header `X-ReadAI-Secret` (relays, webhooks without a signature)", SettingParsers.Text, isSecret: true);

    public static readonly Setting<IReadOnlyList<string>> ReadAiSigningKeys = new("READAI_SIGNING_KEY", [], "",
        "base64 key of the native `X-Read-Signature`; several, comma separated", Base64Keys, isSecret: true);

    public static readonly Setting<IReadOnlyList<string>> InternalDomains = new("READAI_CUSTOMER_DOMAINS",
        ["govisually.com", "clockworkstudio.com"], "govisually.com,clockworkstudio.com",
        "the internal domains (despite the name), comma separated", Domains);

    public static readonly Setting<string> InternalOnly = new("READAI_INTERNAL_ONLY", "fallback", "fallback",
        "meeting without external attendee: `fallback` takes any attendee, `ignore` sets it aside",
        OneOf("fallback", "ignore"));

    public static readonly Setting<TimeSpan> MinDuration = new("READAI_MIN_DURATION_MINUTES", TimeSpan.FromMinutes(5), "5",
        "shorter meetings are ignored", Minutes(0, 1_440));

    public static readonly Setting<bool?> AllowUnsigned = new("ALLOW_UNSIGNED_WEBHOOKS", null, "the value of `DRY_RUN`",
        "without it, a source with no key configured answers 401",
        text => Boolean(text) is { MustBe: { } mustBe } ? Parsed<bool?>.Bad(mustBe) : Parsed<bool?>.Good(Boolean(text).Value));

    public static readonly Setting<Uri?> SlackWebhookUrl = new("SLACK_WEBHOOK_URL", null, "",
        "incoming webhook for alerts; not set = alerts are only logged", HttpUrl, isSecret: true);

    public static readonly Setting<TimeSpan> AlertWindow = new("ALERT_WINDOW_SECONDS", TimeSpan.FromSeconds(900), "900",
        "repetitions of an alert are counted for so long and sent as one", Seconds(0.1, 86_400));

    public static readonly Setting<TimeSpan> EventTtl = new("EVENT_TTL_SECONDS", TimeSpan.FromSeconds(2_592_000), "2592000",
        "how long an event is kept (30 days)", Seconds(60, 315_360_000));

    public static readonly Setting<TimeSpan> IdempotencyTtl = new("IDEMPOTENCY_TTL_SECONDS",
        TimeSpan.FromSeconds(7_776_000), "7776000", "how long a repetition is recognised (90 days); not shorter than `EVENT_TTL_SECONDS`",
        Seconds(60, 315_360_000));

    public static readonly Setting<int> MaxRetries = new("MAX_RETRIES", 3, "3",
        "after 60, 120, 240 s (with jitter)", Whole(0, 20));

    public static readonly Setting<TimeSpan> RetryBase = new("RETRY_BASE_SECONDS", TimeSpan.FromSeconds(60), "60",
        "first interval, doubles", Seconds(0.01, 3_600));

    public static readonly Setting<int> Workers = new("WORKERS", 8, "8",
        "events worked on at the same time in one process", Whole(1, 256));

    public static readonly Setting<TimeSpan> Lease = new("LEASE_SECONDS", TimeSpan.FromSeconds(30), "30",
        "after a crash an event is due again when this has passed", Seconds(0.5, 600));

    public static readonly Setting<TimeSpan> Shutdown = new("SHUTDOWN_SECONDS", TimeSpan.FromSeconds(25), "25",
        "how long a stopping process lets running events finish", Seconds(0, 600));

    public static readonly Setting<TimeSpan> Probe = new("PROBE_SECONDS", TimeSpan.FromSeconds(5), "5",
        "pause before a provider that is down is tried again", Seconds(0.01, 3_600));

    public static readonly Setting<int> MaxBodyBytes = new("MAX_BODY_BYTES", 10_485_760, "10485760",
        "a longer webhook is answered with 413", Whole(1_024, 104_857_600));

    /// <summary>All of the above, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        RedisUrl, DataDir, Role, RedisKeyPrefix, DryRun, Level, DebugEndpoints,
        GeminiApiKey, GeminiModel, GeminiBaseUrl,
        ZohoDataCentre, ZohoClientId, ZohoClientSecret, ZohoRefreshToken, ZohoAccountsUrl, ZohoApiUrl, ZohoLeadsModule,
        ZohoOwnerId, ZohoLeadStatusField, ZohoMaxConcurrency,
        DemoBooked, DemoComplete, DemoCanceled, DemoNoShow, FollowUpTask,
        CalendlySigningKeys, CalendlyTolerance, CalendlyEventType,
        ReadAiSharedSecret, ReadAiSigningKeys, InternalDomains, InternalOnly, MinDuration,
        AllowUnsigned, MaxBodyBytes, SlackWebhookUrl, AlertWindow,
        EventTtl, IdempotencyTtl, MaxRetries, RetryBase, Workers, Lease, Shutdown, Probe,
    ];
}
