using SalesIntel.Text;

namespace SalesIntel.Crm;

internal static class CrmTime
{
    /// <summary>Date-time with an explicit offset and no fraction: Zoho takes no other form.</summary>
    public static string Format(DateTimeOffset at) =>
        TimeText.WithOffset(at.ToUniversalTime());

    /// <summary>The moment that a CRM's date-time names, in whatever time zone; null for any other text.</summary>
    public static DateTimeOffset? TryParse(string text) => TimeText.ReadWithOffset(text);
}
