namespace SalesIntel.Zoho.Client;

/// <summary>Codes of Zoho that concern a record or a call as a whole, https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html.</summary>
internal static class RecordCodes
{
    /// <summary>More of something than Zoho takes: records in a call, or what a field holds.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The record is edited, merged or under review by somebody.</summary>
    public const string Locked = "RECORD_LOCKED";

    // Whatever field is named.
    private static readonly FrozenSet<string> OfWhole = new[]
    {
        "NOT_APPROVED", "CONVERTED_RECORD", "ID_ALREADY_CONVERTED", "ALREADY_MODIFIED", "INVALID_MODULE", "OAUTH_SCOPE_MISMATCH",
        "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD", "INTERNAL_ERROR",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Unless they name a field that was sent.
    private static readonly FrozenSet<string> OfWholeOrField =
        new[] { LimitExceeded, "AUTHORIZATION_FAILED", "NO_PERMISSION" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when somebody holds the record for a while, in whatever words.</summary>
    public static bool IsLock(string code) => code.Split('_').Any(word => word.StartsWith("LOCK", StringComparison.Ordinal));

    /// <summary>True for a code that no field can be blamed for.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isFieldSent">True when it names a field that was sent.</param>
    public static bool IsOfWhole(string code, bool isFieldSent) => OfWhole.Contains(code) || IsLock(code) || (!isFieldSent && OfWholeOrField.Contains(code));
}
