namespace SalesIntel.Extraction;

/// <summary>Whether a claim says it as widely as its passage: not of all what is said of some, not more for less, not one end of a range or
/// of a limit, not without the condition, not of another time, and not as a statement what was asked. Where it does not, the words
/// themselves are written.</summary>
internal static class ScopeCheck
{
    /// <summary>Open when the claim goes further than the quote, or the other way.</summary>
    public static Agreement Of(ReadText claim, Passage passage) =>
        DropsCondition(claim, passage.Quote) || Widens(claim, passage.Quote) || Restricts(claim, passage.Quote) || Turns(claim, passage.Quote)
            || TenseCheck.Of(claim, passage) != Agreement.Agrees || LimitCheck.Of(claim, passage) != Agreement.Agrees
                ? Agreement.Open
                : Agreement.Agrees;

    // "If legal agrees, we sign in May" told as "signature in May".
    private static bool DropsCondition(ReadText claim, ReadText quote) => quote.Polarities.HasConditions && !claim.Polarities.HasConditions
        && !Has(claim, claim.Language.Exceptions);

    // "All" where nobody said so of all.
    private static bool Widens(ReadText claim, ReadText quote)
    {
        foreach (ref readonly var token in claim.Tokens)
        {
            if (claim.Language.Universals.Contains(token.Text) && quote.PlacesOf(token.Text).Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    // "Only" where it was said of this among others.
    private static bool Restricts(ReadText claim, ReadText quote) =>
        Has(claim, claim.Language.Restrictions) && !Has(quote, quote.Language.Restrictions);

    // "Faster" where "slower" was said.
    private static bool Turns(ReadText claim, ReadText quote)
    {
        foreach (ref readonly var token in claim.Tokens)
        {
            if (claim.Language.Opposites.TryGetValue(token.Text, out var opposites) && HasOneOf(quote, opposites) && !Has(quote, token.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ReadText text, FrozenSet<string> words)
    {
        foreach (ref readonly var token in text.Tokens)
        {
            if (words.Contains(token.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOneOf(ReadText text, string[] words)
    {
        foreach (var word in words)
        {
            if (Has(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ReadText text, string word)
    {
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.Text == word)
            {
                return true;
            }
        }

        return false;
    }
}
