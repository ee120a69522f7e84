namespace SalesIntel.Extraction;

/// <summary>Takes a German number of one word apart: "dreihundertfünfundvierzigtausend", "einundzwanzigsten".</summary>
internal static class GermanNumber
{
    private static readonly LanguageData German = LanguageData.Of("de");

    // "und"
    private static readonly string Joint = German["compound joint"][0];

    // The greatest first.
    private static readonly string[] Scales = [.. German.Items("compound scales")];

    private static readonly string[] OrdinalEndings = [.. German.Items("ordinal endings")];

    /// <summary>The number; null when the word is none.</summary>
    public static double? Of(string word, LanguageWords language)
    {
        if (word.Length > 60 || !char.IsAsciiLetter(word[0]))
        {
            return null;
        }

        return Whole(word, language) ?? OrdinalEndings
            .Where(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => Whole(word[..^ending.Length], language) is >= 4 and { } value ? value : (double?)null)
            .FirstOrDefault(value => value is not null);
    }

    private static double? Whole(string word, LanguageWords language)
    {
        if (language.Numbers.TryGetValue(word, out var known))
        {
            return known;
        }

        foreach (var name in Scales)
        {
            var at = word.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0)
            {
                var scale = language.Numbers[name];
                var left = at == 0 ? 1 : Whole(word[..at], language);
                var rest = word[(at + name.Length)..];
                var right = rest.Length == 0 ? 0 : Whole(WithoutJoint(rest), language);
                return left is { } count && right is { } more && more < scale ? (count * scale) + more : null;
            }
        }

        // "einundzwanzig"; the place of "und" is not the one within "hundert".
        for (var at = word.IndexOf(Joint, StringComparison.Ordinal); at > 0; at = word.IndexOf(Joint, at + 1, StringComparison.Ordinal))
        {
            if (language.Numbers.TryGetValue(word[..at], out var unit) && unit is >= 1 and < 10
                && language.Numbers.TryGetValue(word[(at + Joint.Length)..], out var tens) && tens is >= 20 and < 100 && tens % 10 == 0)
            {
                return tens + unit;
            }
        }

        return null;
    }

    private static string WithoutJoint(string rest) => rest.StartsWith(Joint, StringComparison.Ordinal) ? rest[Joint.Length..] : rest;
}
