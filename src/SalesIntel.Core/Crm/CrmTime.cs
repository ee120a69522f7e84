using System.Globalization;

namespace SalesIntel.Crm;

internal static class CrmTime
{
    /// <summary>Date-time with an explicit offset and no fraction: Zoho takes no other form.</summary>
    public static string Format(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
