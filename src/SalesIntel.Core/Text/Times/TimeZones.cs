namespace SalesIntel.Text;

/// <summary>Time zones by their IANA name, by that which Windows and Microsoft Graph use, e.g. <c>W. Europe Standard Time</c>, or by an
/// abbreviation.</summary>
internal static class TimeZones
{
    private static readonly Lazy<FrozenDictionary<string, string>> Windows = new(() =>
        DataFile.Pairs(DataFile.Sections("Text.Data.windows-zones.txt")[""], ':').ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>The IANA name of a zone that Windows names; every other text without the spaces around it.</summary>
    public static string Name(string zone)
    {
        var name = zone.Trim();
        return name.Contains(' ', StringComparison.Ordinal) || name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)
            ? Windows.Value.GetValueOrDefault(name, name)
            : name;
    }

    /// <summary>The zone; null when the name is empty or unknown.</summary>
    public static TimeZoneInfo? Find(string zone) =>
        Name(zone) is not { Length: > 0 } name ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found
        : ZoneAbbreviations.Zone(name);

    /// <summary>True for a name that Windows gives to a zone.</summary>
    public static bool IsOfWindows(string zone) => Windows.Value.ContainsKey(zone);
}
