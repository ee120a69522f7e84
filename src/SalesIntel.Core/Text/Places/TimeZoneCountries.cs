namespace SalesIntel.Text;

/// <summary>The country of an IANA time zone, from a table made of the tz database; older names of zones are in it.</summary>
/// <remarks>Of a zone that several countries share it is the one that the zone is named after. A rule of clocks such as <c>UTC</c>,
/// <c>Etc/GMT+5</c> or <c>CET</c> names no country.</remarks>
internal static class TimeZoneCountries
{
    private static readonly FrozenDictionary<string, string> Countries = DataFile.Pairs(DataFile.Sections("Text.Data.zone-countries.txt")[""], ':')
        .SelectMany(country => country.Value.Split(' ').Select(zone => KeyValuePair.Create(zone, country.Key)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The country's usual English name; empty when the zone names none or is unknown.</summary>
    public static string Country(string zone) => Countries.GetValueOrDefault(zone.Trim(), "");
}
