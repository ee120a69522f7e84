using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Says why a webhook was refused, in words that help to set it up and show no value.</summary>
internal static class SignatureAdvice
{
    public static (string Title, string Detail) For(string source, SignatureValidationResult verdict)
    {
        var (header, variable) = Names(source);
        return verdict switch
        {
            SignatureValidationResult.Missing => ("Signature missing", $"The header {header} is missing."),
            SignatureValidationResult.Malformed => ("Signature malformed", $"The header {header} can't be read."),
            SignatureValidationResult.Stale => ("Signature stale",
                $"The time in the header {header} is outside of the tolerance. Is the clock right?"),
            SignatureValidationResult.NotConfigured => ("Signature not configured",
                $"No key is configured for this source: set {variable}, or ALLOW_UNSIGNED_WEBHOOKS=true to accept unsigned webhooks."),
            _ => ("Signature mismatch",
                $"The header {header} does not fit the body: another key, or the body was changed on its way."),
        };
    }

    private static (string Header, string Variable) Names(string source) => source switch
    {
        "calendly" => ("Calendly-Webhook-Signature", "CALENDLY_SIGNING_KEY"),
        "readai" => ("X-Read-Signature (or X-ReadAI-Secret)", "READAI_SIGNING_KEY or READAI_SHARED_SECRET"),
        _ => ("with the signature", "its signing key"),
    };
}
