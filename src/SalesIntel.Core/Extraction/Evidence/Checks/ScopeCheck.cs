namespace SalesIntel.Extraction;

/// <summary>Whether a claim says it as widely as its passage: not of all what is said of some, not more for less, not one end of a range or
/// of a limit, not without the condition or the reservation, not of another time, not in another order, and not as a statement what was
/// asked. Where it does not, the words themselves are written.</summary>
internal static class ScopeCheck
{
    private const int LongestAll = 4;

    /// <summary>Open when the claim goes further than the quote, or the other way.</summary>
    public static Agreement Of(ReadText claim, Passage passage) =>
        DropsCondition(claim, passage.Quote) || DropsReservation(claim, passage.Quote) || Widens(claim, passage.Quote)
            || Restricts(claim, passage.Quote) || Turns(claim, passage.Quote)
            || TenseCheck.Of(claim, passage) != Agreement.Agrees || LimitCheck.Of(claim, passage) != Agreement.Agrees
            || SequenceCheck.IsOtherOrder(claim, passage.Quote) || AllotmentCheck.IsOfAnother(claim, passage.Quote)
            || DirectionCheck.IsTurned(claim, passage) || PairingCheck.IsOfAnother(claim, passage)
                ? Agreement.Open
                : Agreement.Agrees;

    // "If legal agrees, we sign in May" told as "signature in May".
    private static bool DropsCondition(ReadText claim, ReadText quote) => quote.Polarities.HasConditions && !claim.Polarities.HasConditions
        && !Has(claim, claim.Language.Exceptions);

    // "We almost bought it", "all but payroll is done by hand", "my brother pays 900", told without the word that takes it back.
    private static bool DropsReservation(ReadText claim, ReadText quote)
    {
        for (var i = 0; i < quote.Tokens.Count; i++)
        {
            if ((quote.Language.Reservations.At(quote.Tokens, i, out var kind) > 0 || IsButOfAll(quote, i, out kind))
                && !HasReservation(claim, kind) && IsMeant(claim, quote, i, kind))
            {
                return true;
            }
        }

        return false;
    }

    // "All sites but Hull"
    private static bool IsButOfAll(ReadText quote, int i, out string kind)
    {
        kind = "except";
        return AnyLanguage.But.Contains(quote.Tokens[i].Text)
            && Enumerable.Range(Math.Max(0, i - LongestAll), Math.Min(i, LongestAll)).Any(at =>
                quote.Tokens[at].Clause == quote.Tokens[i].Clause && quote.Language.Universals.Contains(quote.Tokens[at].Text));
    }

    // "Almost" is said of what stands beside it, the others of their sentence: an answer has several.
    private static bool IsMeant(ReadText claim, ReadText quote, int reservation, string kind)
    {
        var segment = quote.SegmentOf(reservation);
        return quote.HasPartOf(claim, place => kind == "almost" ? place >= segment.First && place <= segment.Last
            : kind is "opinion" or "doubt" && place < reservation ? false
            : quote.Tokens[place].Sentence == quote.Tokens[reservation].Sentence);
    }

    private static bool HasReservation(ReadText claim, string kind)
    {
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if ((claim.Language.Reservations.At(claim.Tokens, i, out var other) > 0 || IsButOfAll(claim, i, out other)) && other == kind)
            {
                return true;
            }
        }

        return false;
    }

    // "All" where nobody said so of all, and "nobody" where it was said of not all.
    private static bool Widens(ReadText claim, ReadText quote)
    {
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (claim.Language.Universals.Contains(claim.Tokens[i].Text)
                && !quote.PlacesOf(claim.Tokens[i].Text).ToArray().Any(place =>
                    claim.Polarities[i] == Polarity.Negative || quote.Polarities[place] != Polarity.Negative))
            {
                return true;
            }
        }

        return claim.Polarities.HasNegation && !Has(claim, claim.Language.Universals)
            && Enumerable.Range(0, quote.Tokens.Count).Any(i => IsNotAll(quote, i));
    }

    private static bool IsNotAll(ReadText text, int i) => text.Language.Universals.Contains(text.Tokens[i].Text)
        && Enumerable.Range(Math.Max(0, i - 2), Math.Min(i, 2)).Any(at => text.Language.Negations.Contains(text.Tokens[at].Text));

    // "Only" where it was said of this among others, "also" where it was said of this alone.
    private static bool Restricts(ReadText claim, ReadText quote) => Has(claim, claim.Language.Restrictions)
        ? !Has(quote, quote.Language.Restrictions)
        : Has(quote, quote.Language.Restrictions) && claim.Language.Additions.IsIn(claim.Tokens)
            && !quote.Language.Additions.IsIn(quote.Tokens);

    // "Faster" where "slower" was said, "out of the race" where "still in it".
    private static bool Turns(ReadText claim, ReadText quote)
    {
        foreach (var sides in quote.Language.Contraries)
        {
            var said = Array.FindIndex(sides, side => side.IsIn(quote.Tokens));
            if (said >= 0 && !sides[said].IsIn(claim.Tokens)
                && sides.Where((_, index) => index != said).Any(side => side.IsIn(claim.Tokens) && !side.IsIn(quote.Tokens)))
            {
                return true;
            }
        }

        foreach (ref readonly var token in claim.Tokens)
        {
            if (claim.Language.Opposites.TryGetValue(token.Text, out var opposites) && HasOneOf(quote, opposites) && !Asserts(quote, token.Text))
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

    // "After it, not before it" has both words.
    private static bool Asserts(ReadText text, string word)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Tokens[i].Text == word && (text.Polarities[i] != Polarity.Negative || text.Language.Negations.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }
}
