using System.Globalization;

namespace SalesIntel.Zoho;

/// <summary>Moments as Zoho writes them.</summary>
internal static class ZohoTime
{
    /// <summary>Date and time with an explicit offset and no fraction: Zoho takes no other form.</summary>
    public static string Format(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The moment that a text of this form names, in whatever time zone; null for any other text.</summary>
    public static DateTimeOffset? TryParse(string text) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at
        : null;
}
