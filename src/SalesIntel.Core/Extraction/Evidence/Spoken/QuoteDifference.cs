namespace SalesIntel.Extraction;

/// <summary>Compares a quote that is nearly in the transcript with the transcript's own words.</summary>
internal static class QuoteDifference
{
    /// <summary>True when the words that differ are neither numbers, nor names, nor negations.</summary>
    public static bool IsHarmless(string quote, string said)
    {
        var language = LanguageWords.Of(TokenReader.Read(said), null, out _);
        var (left, right) = (new ReadText(quote, language), new ReadText(said, language));
        return SameNumbers(left, right)
            && Extra(left, right).Concat(Extra(right, left)).All(token => !IsTelling(token, language));
    }

    private static bool SameNumbers(ReadText left, ReadText right) =>
        Numbers(left).All(number => Numbers(right).Any(number.HasValueOf))
            && Numbers(right).All(number => Numbers(left).Any(number.HasValueOf));

    private static IEnumerable<Quantity> Numbers(ReadText text) => text.Quantities.Where(quantity => !quantity.IsWeak);

    private static IEnumerable<Token> Extra(ReadText text, ReadText other)
    {
        var left = other.Tokens.GroupBy(token => token.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group =>
            group.Count(), StringComparer.Ordinal);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (left.TryGetValue(token.Text, out var count) && count > 0)
            {
                left[token.Text] = count - 1;
            }
            else if (text.Quantities.All(quantity => i < quantity.First || i > quantity.Last))
            {
                yield return token;
            }
        }
    }

    private static bool IsTelling(Token token, LanguageWords language) =>
        language.Negations.Contains(token.Text) || token.HasDigit || token.IsAcronym || language.Months.ContainsKey(token.Text)
        || language.Days.Has(token.Text)
        || (token.IsCapital && !token.IsFirst && !language.HasCapitalNouns && !language.Stop.Contains(token.Text));
}
