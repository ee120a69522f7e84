namespace SalesIntel.Extraction;

/// <summary>How sure a speaker is of what he says, and whether he takes back something.</summary>
internal static class Certainty
{
    private const int Behind = 2;
    private const int ShortSentence = 7;

    /// <summary>True for "maybe", "someone mentioned", a question; also when the sentences that go on with the same statement say
    /// so.</summary>
    /// <param name="quoted">The sentences of the quote.</param>
    public static bool IsHedged(QuotedSentences quoted)
    {
        var (turn, quote) = (quoted.Turn, quoted.Quote);
        return IsInDoubt(quote)
            || quote.Language.WeakHedges.Count(quote.Tokens) > 1
            || IsQuestion(quote)
            || GoesOn(turn, quoted.Last).Any(sentence => turn.Language.Hedges.IsIn(sentence))
            || (Sentence(turn, quoted.First - 1) is { Length: <= ShortSentence } before && turn.Language.Hedges.IsIn(before));
    }

    /// <summary>True when the quote, or what the speaker says right before it, corrects something.</summary>
    public static bool IsCorrection(ReadText quote, ReadText before) =>
        quote.Language.Corrections.IsIn(quote.Tokens) || quote.Language.Corrections.IsIn(before.Tokens);

    /// <summary>True when a sentence of the quote, or of what the speaker says right before it, begins with "no" or the like.</summary>
    public static bool IsDenial(ReadText quote, ReadText before) => TurnsDown(before) || TurnsDown(quote);

    /// <summary>True when the speaker goes back to what he said before: "I said that", "I have to correct".</summary>
    public static bool IsRetraction(ReadText quote, ReadText before) =>
        quote.Language.Retractions.IsIn(quote.Tokens) || quote.Language.Retractions.IsIn(before.Tokens);

    /// <summary>True when they perhaps do: "actually", "sorry".</summary>
    public static bool IsWeakCorrection(ReadText quote) => quote.Language.WeakCorrections.IsIn(quote.Tokens);

    // One word turns down only by itself: "no, it is not", but not "no pilot".
    private static bool TurnsDown(ReadText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if ((i == 0 || text.Tokens[i].Clause != text.Tokens[i - 1].Clause)
                && text.Language.Denials.At(text.Tokens, i) is > 0 and var length
                && (length > 1 || i + 1 == text.Tokens.Count || text.Tokens[i + 1].Clause != text.Tokens[i].Clause))
            {
                return true;
            }
        }

        return false;
    }

    // "Maybe two hundred a day" is a number, if a round one.
    private static bool IsInDoubt(ReadText quote)
    {
        for (var i = 0; i < quote.Tokens.Count; i++)
        {
            if (quote.Language.Hedges.At(quote.Tokens, i) is > 0 and var length
                && !quote.Quantities.Any(quantity => quantity.First == i + length && !quantity.IsWeak))
            {
                return true;
            }
        }

        return false;
    }

    // A statement goes on until a sentence that brings a name or a number of its own.
    private static IEnumerable<Token[]> GoesOn(ReadText own, int last)
    {
        for (var number = last + 1; number <= last + Behind; number++)
        {
            var sentence = Sentence(own, number);
            var isOwn = own.Quantities.Any(quantity => !quantity.IsWeak && own.Tokens[quantity.First].Sentence == number)
                || sentence.Any(token => token.IsCapital && !token.IsFirst && !own.Language.HasCapitalNouns
                    && !AnyLanguage.Capital.Contains(token.Text));
            if (isOwn)
            {
                yield break;
            }

            yield return sentence;
        }
    }

    private static Token[] Sentence(ReadText text, int number) => [.. text.Tokens.Where(token => token.Sentence == number)];

    private static bool IsQuestion(ReadText quote) =>
        quote.Text.TrimEnd('"', '”', '»', ' ').EndsWith('?') && quote.Tokens[^1] is var last
        && quote.Text.Count(c => c == '?') > last.Sentence && !(AnyLanguage.Tags.Contains(last.Text) && quote.Tokens.Count > 4 && last.Clause > 0);
}
