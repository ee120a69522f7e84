namespace SalesIntel.Zoho.Records;

/// <summary>Ids go into addresses, so nothing but an id may pass.</summary>
internal static class ZohoId
{
    /// <summary>The id itself.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string id) =>
        id is { Length: > 0 and <= 40 } && id.All(char.IsAsciiLetterOrDigit)
            ? id
            : throw new ArgumentException("Not the id of a Zoho record: up to 40 letters and digits are expected.", nameof(id));
}
