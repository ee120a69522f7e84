using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Says why a webhook was refused, in words that help to set it up and show no value.</summary>
internal static class SignatureAdvice
{
    public static (string Title, string Detail) For(SignatureHint hint, SignatureValidationResult result)
    {
        var (header, setting) = hint;
        return result switch
        {
            SignatureValidationResult.Missing => ("Signature missing", $"The header {header} is missing."),
            SignatureValidationResult.Malformed => ("Signature malformed", $"The header {header} can't be read."),
            SignatureValidationResult.Stale => ("Signature stale",
                $"The time in the header {header} is outside of the tolerance. Is the clock right?"),
            SignatureValidationResult.NotConfigured => ("Signature not configured",
                $"No key is configured for this source: set {setting}, or ALLOW_UNSIGNED_WEBHOOKS=true to accept unsigned webhooks."),
            _ => ("Signature mismatch",
                $"The header {header} does not fit the body: another key, or the body was changed on its way."),
        };
    }
}
