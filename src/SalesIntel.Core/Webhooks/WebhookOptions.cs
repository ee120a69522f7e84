using SalesIntel.Settings;

namespace SalesIntel.Webhooks;

/// <summary>How webhooks of all sources are received.</summary>
public sealed class WebhookOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<WebhookOptions> Settings { get; } = new SettingsGroup<WebhookOptions>()
        .Flag("ALLOW_UNSIGNED_WEBHOOKS", o => o.AllowUnsigned, (o, v) => o.AllowUnsigned = v,
            "of a source with no key configured: `true` takes its messages as if they were signed, `false` answers 401; unset, a dry run takes "
                + "them, and a real run never executes them", unset: "in a dry run")
        .Number("MAX_BODY_BYTES", o => o.MaxBodyBytes, (o, v) => o.MaxBodyBytes = v, 1_024, 104_857_600,
            "a longer webhook is answered with 413");

    /// <summary>Whether messages of a source without a key are taken without a check. True takes them, and treats them like verified ones;
    /// false refuses them; null takes them in dry run only, and a real run does not execute what was taken so. Where a source has a key,
    /// this has no effect.</summary>
    /// <value>Default: null.</value>
    public bool? AllowUnsigned { get; set; }

    /// <summary>Bytes that a body may have, as it is sent and when it is unpacked.</summary>
    /// <value>Default: 10,485,760 (10 MiB); from 1,024 to 104,857,600.</value>
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;
}
