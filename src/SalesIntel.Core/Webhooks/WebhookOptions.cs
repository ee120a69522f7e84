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
            "a longer webhook is answered with 413")
        .Seconds("BODY_TIMEOUT_SECONDS", o => o.BodyTimeout, (o, v) => o.BodyTimeout = v, 1, 300,
            "a webhook whose body has not come whole by then is answered with 408")
        .Number("BODY_MEMORY_BYTES", o => o.BodyMemoryBytes, (o, v) => o.BodyMemoryBytes = v, 1_048_576, int.MaxValue,
            "memory for all bodies that are being received; a quarter is for those up to 256 KiB alone, so that large ones never keep them out. "
                + "What finds no room is answered with 503")
        .Rule(o => o.BodyMemoryBytes / 4 < o.MaxBodyBytes
            ? FormattableString.Invariant($"BODY_MEMORY_BYTES ({o.BodyMemoryBytes}) is less than four times MAX_BODY_BYTES ({o.MaxBodyBytes}), ")
                + "so that the longest body, sent compressed, would never find room: raise the one or lower the other"
            : null);

    /// <summary>Whether messages of a source without a key are taken without a check. True takes them, and treats them like verified ones;
    /// false refuses them; null takes them in dry run only, and a real run does not execute what was taken so. Where a source has a key,
    /// this has no effect.</summary>
    /// <value>Default: null.</value>
    public bool? AllowUnsigned { get; set; }

    /// <summary>Bytes that a body may have, as it is sent and when it is unpacked.</summary>
    /// <value>Default: 10,485,760 (10 MiB); from 1,024 to 104,857,600.</value>
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long a body may take, from the headers to its last byte. The server's own minimum rate, which is an average, holds
    /// besides.</summary>
    /// <value>Default: 10 seconds; from 1 to 300.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of memory for the bodies of all webhooks that are being received, unpacked ones included, until they are stored. Large
    /// bodies are read into objects one at a time, which takes memory of its own.</summary>
    /// <value>Default: 67,108,864 (64 MiB); at least 1 MiB, and four times <see cref="MaxBodyBytes"/>.</value>
    public int BodyMemoryBytes { get; set; } = 64 * 1024 * 1024;
}
