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

        return claim.IsLatin is not { } latin || quote.IsLatin is not { } said || latin == said;
    }
}
