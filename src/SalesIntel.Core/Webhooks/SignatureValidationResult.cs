namespace SalesIntel.Webhooks;

/// <summary>What the check of a webhook's signature found.</summary>
public enum SignatureValidationResult
{
    /// <summary>Signed with a key that we know.</summary>
    Valid,

    /// <summary>No signature header.</summary>
    Missing,

    /// <summary>The header can't be read.</summary>
    Malformed,

    /// <summary>Signed with another key, or the body was changed.</summary>
    Mismatch,

    /// <summary>The time stamp is outside of the tolerance; whether the signature is right is not looked at.</summary>
    Stale,

    /// <summary>No key is configured for this source, so nothing can be checked.</summary>
    NotConfigured,
}
