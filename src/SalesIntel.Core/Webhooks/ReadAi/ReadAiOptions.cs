using SalesIntel.Settings;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>What is expected of Read.ai's webhooks.</summary>
public sealed class ReadAiOptions
{
    private static readonly SettingForm Base64 = new(
        "one or more base64 keys, comma separated, as the dashboard shows them", key => ReadAiSource.DecodeKey(key) is not null);

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<ReadAiOptions> Settings { get; } = new SettingsGroup<ReadAiOptions>()
        .Text("READAI_SHARED_SECRET", o => o.SharedSecret, (o, v) => o.SharedSecret = v,
            "compared with header `X-ReadAI-Secret` (relays, webhooks without a signature)", isSecret: true)
        .List("READAI_SIGNING_KEY", o => o.SigningKeys, (o, v) => o.SigningKeys = v,
            "base64 key of the native `X-Read-Signature`; several, comma separated", Base64, isSecret: true)
        .Choice("READAI_INTERNAL_ONLY", o => o.InternalOnly, (o, v) => o.InternalOnly = v,
            "meeting of which nobody external and no booking of its hour is known: `fallback` takes any attendee, `ignore` sets it aside",
            [("fallback", InternalOnlyPolicy.Fallback), ("ignore", InternalOnlyPolicy.Ignore)])
        .Minutes("READAI_MIN_DURATION_MINUTES", o => o.MinDuration, (o, v) => o.MinDuration = v, 0, 1_440, "shorter meetings are ignored");

    /// <summary>Signing keys as shown in Read.ai's dashboard, base64. Several, because each webhook has its own.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> SigningKeys { get; set; } = [];

    /// <summary>Secret that a relay, or a webhook older than signatures, sends in <c>X-ReadAI-Secret</c>; empty for none.</summary>
    /// <value>Default: empty.</value>
    public string SharedSecret { get; set; } = "";

    /// <summary>What happens to a meeting without an external attendee.</summary>
    /// <value>Default: <see cref="InternalOnlyPolicy.Fallback"/>.</value>
    public InternalOnlyPolicy InternalOnly { get; set; } = InternalOnlyPolicy.Fallback;

    /// <summary>Shorter meetings are ignored; zero takes all. A meeting of unknown length is processed.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MinDuration { get; set; } = TimeSpan.FromMinutes(5);
}
