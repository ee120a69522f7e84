namespace SalesIntel.Webhooks;

/// <summary>How a source's messages are signed, for error messages. Names only, never a value.</summary>
/// <param name="Header">The header that carries the signature, e.g. <c>X-Signature</c>.</param>
/// <param name="Setting">What to set so that it can be checked, e.g. <c>MYSOURCE_SIGNING_KEY</c>.</param>
public sealed record SignatureHint(string Header, string Setting)
{
    /// <summary>For a source that tells neither.</summary>
    public static SignatureHint Unknown { get; } = new("with the signature", "its signing key");
}
