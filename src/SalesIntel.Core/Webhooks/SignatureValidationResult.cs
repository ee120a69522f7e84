namespace SalesIntel.Webhooks;

/// <summary>What the check of a webhook's signature found.</summary>
public enum SignatureValidationResult
{
    /// <summary>Signed with a key that we know, or unsigned while unsigned webhooks are allowed and no key is set.</summary>
    Valid,

    /// <summary>No signature header.</summary>
    Missing,

    /// <summary>The header can't be read.</summary>
    Malformed,

    /// <summary>Signed with another key, or the body was changed.</summary>
    Mismatch,

    /// <summary>Rightly signed, but the time stamp is outside of the tolerance.</summary>
    Stale,

    /// <summary>No key is configured for this source and unsigned webhooks are not allowed.</summary>
    NotConfigured,
}
