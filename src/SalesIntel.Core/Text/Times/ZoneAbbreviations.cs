namespace SalesIntel.Text;

/// <summary>What <c>CET</c>, <c>EST</c> and their like mean: those of <c>Data/zone-abbreviations.txt</c>, which says why others are left out.
/// </summary>
internal static class ZoneAbbreviations
{
    private static readonly Lazy<FrozenDictionary<string, string>> All = new(() =>
        DataFile.Pairs(DataFile.Sections("Text.Data.zone-abbreviations.txt")[""]).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>The offset from UTC, as <c>+01:00</c>, or the zone's IANA name; null for any other text.</summary>
    public static string? Find(string text) => All.Value.GetValueOrDefault(text);

    /// <summary>The zone for which an abbreviation stands; null for any other text.</summary>
    public static TimeZoneInfo? Zone(string text) => Find(text) switch
    {
        ['+' or '-', ..] offset => TimeZoneInfo.CreateCustomTimeZone(
            text, TimeSpan.Parse(offset.TrimStart('+'), CultureInfo.InvariantCulture), displayName: text, standardDisplayName: text),
        { } name when TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) => zone,
        _ => null,
    };
}
