namespace SalesIntel.Extraction;

/// <summary>A claim is written in the language of its quote: across languages no word can be compared.</summary>
internal static class LanguageCheck
{
    /// <summary>True unless both languages are known and differ, or the scripts do.</summary>
    public static bool Holds(ReadText claim, ReadText quote)
    {
        if (claim.Detected is { } theirs && quote.Detected is { } own && theirs != own && claim.Tokens.Count >= 4)
        {
            return false;
        }

        return IsLatin(claim) is not { } latin || IsLatin(quote) is not { } said || latin == said;
    }

    private static bool? IsLatin(ReadText text)
    {
        var (latin, other) = (0, 0);
        foreach (var c in text.Text)
        {
            if (char.IsLetter(c))
            {
                _ = c < 0x250 || c is >= '\u1E00' and <= '\u1EFF' ? latin++ : other++;
            }
        }

        return latin + other == 0 ? null : latin >= other;
    }
}
