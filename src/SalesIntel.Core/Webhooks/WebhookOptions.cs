namespace SalesIntel.Webhooks;

/// <summary>How webhooks of all sources are received.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether messages of a source without a key are taken without a check. True takes them, and treats them like verified ones;
    /// false refuses them; null takes them in dry run only, and a real run does not execute what was taken so. Where a source has a key,
    /// this has no effect.</summary>
    /// <value>Default: null.</value>
    public bool? AllowUnsigned { get; set; }

    /// <summary>Bytes that a body may have, as it is sent and when it is unpacked.</summary>
    /// <value>Default: 10,485,760 (10 MiB); from 1,024 to 104,857,600.</value>
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;
}
