namespace SalesIntel.Extraction;

/// <summary>Finds a claim that is its quote but for a word or two: nobody who reads the words in his own way keeps all others and their
/// order, and so the words themselves are written.</summary>
internal static class SubstitutionCheck
{
    private const double NearlyAll = 0.75;
    private const int WholeClause = 4;
    private const int FewestWords = 4;

    /// <summary>True when most of the claim stands in the quote in the same order, and the rest is another word in some word's place, or
    /// a negation that was put in or left out.</summary>
    public static bool IsIn(ReadText claim, Passage passage)
    {
        var quote = passage.Quote;
        if (claim.Tokens.Count < FewestWords || quote.Tokens.Count < NearlyAll * claim.Tokens.Count)
        {
            return false;
        }

        var pairs = Aligned(claim.Tokens, quote.Tokens);
        if (pairs.Count < NearlyAll * claim.Tokens.Count)
        {
            return false;
        }

        Token[] unpaired = [.. quote.Tokens.Where((_, index) => !pairs.Exists(pair => pair.Quote == index))];
        var (ours, theirs) = (0, pairs.Count > 0 ? pairs[0].Quote : 0);
        foreach (var (mine, said) in pairs.Append((claim.Tokens.Count, -1)))
        {
            var left = quote.Tokens.Slice(theirs, said < 0 ? quote.Tokens.Count : said);
            var put = claim.Tokens.Slice(ours, mine);

            // Behind the last word of the claim its clause goes on, other clauses are left out.
            var rest = said >= 0 || theirs == 0 ? left : left.TakeWhile(token => token.Clause == quote.Tokens[theirs - 1].Clause);
            if (Negates(put, claim) != Negates(rest, quote))
            {
                return true;
            }

            if (Enumerable.Range(ours, put.Length).Any(i => !IsSaid(claim, i, passage, left.Length > 0 ? unpaired : null))
                || (said >= 0 && Limits(left, quote, claim)))
            {
                return true;
            }

            // "Each parcel costs ten" of "one in forty parcels goes wrong, and each return costs ten": it is said, but in another place.
            if (said >= 0 && Enumerable.Range(ours, put.Length).Any(i => IsWord(claim, i) && !passage.Speaker.Contains(claim.Tokens[i].Text))
                && Enumerable.Range(theirs, left.Length).Any(i => IsWord(quote, i) && claim.PlacesOf(quote.Tokens[i].Text).Length == 0))
            {
                return true;
            }

            (ours, theirs) = (mine + 1, said + 1);
        }

        return false;
    }

    /// <summary>True when a word that nobody said stands beside a word for somebody's role, in the place of the one that stands there:
    /// "technical director" for "finance director".</summary>
    public static bool Swaps(ReadText claim, Passage passage)
    {
        for (var i = 0; i + 1 < claim.Tokens.Count; i++)
        {
            if (claim.Tokens[i].Clause == claim.Tokens[i + 1].Clause
                && (Swaps(claim, i, i + 1, 1, passage) || Swaps(claim, i + 1, i, -1, passage)))
            {
                return true;
            }
        }

        return false;
    }

    // "80" for "eighty", and the speaker's name for "I"; but neither "was" for "is" nor "signed" for "signs".
    private static bool IsSaid(ReadText claim, int index, Passage passage, Token[]? unpaired)
    {
        var token = claim.Tokens[index];
        return claim.Language.Fillers.Contains(token.Text) || passage.Speaker.Contains(token.Text)
            || (unpaired is null && claim.Language.Stop.Contains(token.Text) && !claim.Language.Universals.Contains(token.Text))
            || (unpaired?.Any(one => IsSameForm(one.Text, token.Text)) ?? passage.Quote.PlacesOf(token.Text).Length > 0)
            || claim.Quantities.Any(number => index >= number.First && index <= number.Last
                && passage.Quote.Quantities.Any(number.HasValueOf));
    }

    private static bool Swaps(ReadText claim, int known, int other, int step, Passage passage)
    {
        var quote = passage.Quote;
        if (!claim.Language.Others.Contains(claim.Tokens[known].Text) || !IsWord(claim, known) || !IsWord(claim, other) || passage.Has(claim.Tokens[other].Text)
            || passage.Speaker.Contains(claim.Tokens[other].Text) || passage.Names.IsNeutral(claim.Tokens[other].Text))
        {
            return false;
        }

        foreach (var place in quote.PlacesOf(claim.Tokens[known].Text))
        {
            var beside = place + step;
            if (beside >= 0 && beside < quote.Tokens.Count && quote.Tokens[beside].Clause == quote.Tokens[place].Clause
                && IsWord(quote, beside) && claim.PlacesOf(quote.Tokens[beside].Text).Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadText text, int index) => text.IsContent(index) && !text.Tokens[index].HasDigit;

    // "I sign" and "she signs".
    private static bool IsSameForm(string said, string word) => said == word
        || (Math.Min(said.Length, word.Length) > 2 && (said + "s" == word || word + "s" == said));

    // What is left out of the middle is half of a range, part of an amount, or a clause; a number that is written otherwise is not left out.
    private static bool Limits(Token[] left, ReadText quote, ReadText claim) => left.Length >= WholeClause
        || quote.Quantities.Any(number => !number.IsWeak && !claim.Quantities.Any(number.HasValueOf)
        && left.Any(token => token.Start >= quote.Tokens[number.First].Start && token.End <= quote.Tokens[number.Last].End))
        || left.Any(token => quote.Language.Limits.Contains(token.Text));

    private static bool Negates(IEnumerable<Token> tokens, ReadText text) => tokens.Any(token =>
        text.Language.Negations.Contains(token.Text) || text.Language.HalfNegations.Contains(token.Text));

    // The longest common subsequence, as pairs of indexes.
    private static List<(int Claim, int Quote)> Aligned(TokenList claim, TokenList quote)
    {
        var length = new int[claim.Count + 1, quote.Count + 1];
        for (var i = claim.Count - 1; i >= 0; i--)
        {
            for (var j = quote.Count - 1; j >= 0; j--)
            {
                length[i, j] = claim[i].Text == quote[j].Text ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        List<(int, int)> pairs = [];
        for (var (i, j) = (0, 0); i < claim.Count && j < quote.Count;)
        {
            if (claim[i].Text == quote[j].Text)
            {
                pairs.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
