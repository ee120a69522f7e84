namespace SalesIntel.Extraction;

/// <summary>How much of a claim its passage bears out.</summary>
internal static class ContentCheck
{
    // Below this share the claim is somebody's reading of the words, and the words themselves are written.
    private const double LeastShare = 0.7;
    private const double LeastShareOfTurn = 0.5;
    private const int LeastPart = 5;

    /// <summary>Compares the words.</summary>
    public static ContentSupport Of(ReadText claim, Passage passage)
    {
        var words = claim.ContentWords;
        var numbers = claim.Counted.Count + claim.Dates.Count;
        if (words.Count == 0)
        {
            return numbers > 0 || claim.Tokens.All(token => passage.Has(token.Text)) ? ContentSupport.Words : ContentSupport.None;
        }

        var (inQuote, inTurn, around) = (numbers > 0 && passage.Quote.Quantities.Count > 0 ? 1 : 0, 0, 0);
        foreach (var word in words)
        {
            var isQuoted = IsIn(word, passage.Quote);
            var isInTurn = isQuoted || (passage.Around.Count > 0 && IsIn(word, passage.Around[0])) || passage.Speaker.Contains(word);
            inQuote += isQuoted ? 1 : 0;
            inTurn += isInTurn ? 1 : 0;
            around += isInTurn || passage.Names.IsNeutral(word) || IsBehind(word, passage.Around) ? 1 : 0;
        }

        // Numbers are proven already; each counts as a word. What neighbours say alone is not yet what the quote's speaker says.
        var all = words.Count + numbers;
        var isBorneOut = around + numbers >= LeastShare * all && (inTurn + numbers >= LeastShareOfTurn * all || IsShort(passage.Quote));
        return isBorneOut && (inQuote > 0 || IsShort(passage.Quote)) ? ContentSupport.Words
            : inQuote > 0 ? ContentSupport.Quote
            : ContentSupport.None;
    }

    // In what stands around, but for the first of it.
    private static bool IsBehind(string word, IReadOnlyList<ReadText> around)
    {
        for (var i = 1; i < around.Count; i++)
        {
            if (IsIn(word, around[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(string word, ReadText text)
    {
        if (text.PlacesOf(word).Length > 0)
        {
            return true;
        }

        var (mayBeShort, mayBeLong) = (word.Length is >= 3 and <= 5, word.Length > LeastPart);
        for (var i = 0; (mayBeShort || mayBeLong) && i < text.Tokens.Count; i++)
        {
            if (mayBeShort ? IsShortOf(word, text.Tokens, i) : IsLongOf(text.Tokens[i], word))
            {
                return true;
            }
        }

        return false;
    }

    // "Yes, exactly" says what was asked.
    private static bool IsShort(ReadText quote) => quote.Content.Count < 3;

    private static bool IsShortOf(string word, TokenList tokens, int index)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (index + i >= tokens.Count || tokens[index + i].Text[0] != word[i])
            {
                return false;
            }
        }

        return true;
    }

    // A compound of two words that the passage has apart is its longer part at least.
    private static bool IsLongOf(Token said, string word) =>
        said.Text.Length >= LeastPart && word.Length > said.Text.Length && word.Contains(said.Text, StringComparison.Ordinal);
}
