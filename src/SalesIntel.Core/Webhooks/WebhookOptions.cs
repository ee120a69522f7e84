using SalesIntel.Settings;

namespace SalesIntel.Webhooks;

/// <summary>What is expected of the webhooks of all sources.</summary>
public sealed class WebhookOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<WebhookOptions> Settings { get; } = new SettingsGroup<WebhookOptions>()
        .Flag("ALLOW_UNSIGNED_WEBHOOKS", o => o.AllowUnsigned, (o, v) => o.AllowUnsigned = v,
            "without it, a source with no key configured answers 401", unset: "the value of `DRY_RUN`");

    /// <summary>Whether a source without a key takes messages that it can't verify; null = in dry run only.</summary>
    /// <value>Default null.</value>
    public bool? AllowUnsigned { get; set; }
}
