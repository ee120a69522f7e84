namespace SalesIntel.Extraction;

/// <summary>How much of a claim its passage bears out.</summary>
internal static class ContentCheck
{
    // Below this share the claim is somebody's reading of the words, and the words themselves are written.
    private const double LeastShare = 0.7;
    private const double LeastShareOfTurn = 0.5;

    /// <summary>Compares the words.</summary>
    public static ContentSupport Of(ReadText claim, Passage passage)
    {
        var words = claim.Content.Select(token => token.Text).Distinct(StringComparer.Ordinal).ToArray();
        var numbers = claim.Quantities.Count(quantity => !quantity.IsWeak) + claim.Dates.Count;
        var inQuote = words.Count(word => IsIn(word, [passage.Quote])) + (numbers > 0 && passage.Quote.Quantities.Count > 0 ? 1 : 0);
        var around = words.Count(word => IsIn(word, passage.Around.Prepend(passage.Quote)) || passage.Speaker.Contains(word)
            || passage.Names.IsNeutral(word));
        if (words.Length == 0)
        {
            return numbers > 0 || claim.Tokens.All(token => passage.Has(token.Text)) ? ContentSupport.Words : ContentSupport.None;
        }

        // Numbers are proven already; each counts as a word. What neighbours say alone is not yet what the quote's speaker says.
        var all = words.Length + numbers;
        var inTurn = words.Count(word => IsIn(word, passage.Around.Take(1).Prepend(passage.Quote)) || passage.Speaker.Contains(word));
        var isBorneOut = around + numbers >= LeastShare * all && (inTurn + numbers >= LeastShareOfTurn * all || IsShort(passage.Quote));
        return isBorneOut && (inQuote > 0 || IsShort(passage.Quote)) ? ContentSupport.Words
            : inQuote > 0 ? ContentSupport.Quote
            : ContentSupport.None;
    }

    private static bool IsIn(string word, IEnumerable<ReadText> texts) => texts.Any(text => Enumerable.Range(0, text.Tokens.Count)
        .Any(index => Stems.AreSame(text.Tokens[index].Text, word) || (word.Length is >= 2 and <= 5 && IsShortOf(word, text.Tokens, index))
            || IsLongOf(text.Tokens[index], word)));

    // "Yes, exactly" says what was asked.
    private static bool IsShort(ReadText quote) => quote.Content.Count() < 3;

    private static bool IsShortOf(string word, IReadOnlyList<Token> tokens, int index)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (index + i >= tokens.Count || tokens[index + i].Text[0] != word[i])
            {
                return false;
            }
        }

        return word.Length >= 3;
    }

    // A compound of two words that the passage has apart is its longer part at least.
    private static bool IsLongOf(Token said, string word) =>
        said.Text.Length >= 5 && word.Length > said.Text.Length && word.Contains(said.Text, StringComparison.Ordinal);
}
