namespace SalesIntel.Webhooks.ReadAi;

/// <summary>What is expected of Read.ai's webhooks.</summary>
public sealed class ReadAiOptions
{
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
