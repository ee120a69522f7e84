namespace SalesIntel.Extraction;

/// <summary>A place as people write it into a form: a city, a region, a country, or several of them.</summary>
/// <param name="City">The city; may be empty.</param>
/// <param name="Region">State or region; may be empty.</param>
/// <param name="Country">The country's usual English name; may be empty.</param>
internal sealed record PlaceText(string City, string Region, string Country)
{
    private const int LongestPart = 60;

    private static readonly char[] Separators = [',', ';', '/', '\n', '(', ')', '|', '–', '—'];

    /// <summary>Takes "Lyon, France" or "80331 München, Bayern" apart. What looks like a street or a sentence is left out.</summary>
    public static PlaceText Of(string text)
    {
        var parts = text.Replace(" - ", ",", StringComparison.Ordinal)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(WithoutCode).Where(part => part.Length is > 0 and <= LongestPart && !part.Any(char.IsAsciiDigit)).ToList();
        var country = "";
        for (var i = parts.Count - 1; i >= 0 && country.Length == 0; i--)
        {
            // "Luxembourg, Luxembourg" is a city in a country; "CA" behind a city is a region, and only a country where it stands alone.
            country = parts[i].Length == 2 && parts.Count > 1 && i == 1 && parts.Count == 2 && UsStates.IsCode(parts[i])
                ? ""
                : CountryNames.Of(parts[i]);
            if (country.Length > 0)
            {
                parts.RemoveAt(i);
            }
        }

        return new PlaceText(parts.FirstOrDefault(""), parts.Skip(1).FirstOrDefault(""), country);
    }

    // "75001 Paris", "SW1A 1AA London" keeps its code and is left out.
    private static string WithoutCode(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((word, index) =>
            !((index == 0 || index == words.Length - 1) && words.Length > 1 && word.All(c => char.IsAsciiDigit(c) || c == '-'))));
    }
}
