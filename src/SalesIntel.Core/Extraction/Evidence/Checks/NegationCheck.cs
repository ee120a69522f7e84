namespace SalesIntel.Extraction;

/// <summary>What a claim negates its passage negates, and what the passage negates the claim does not assert.</summary>
internal static class NegationCheck
{
    private const int ShortClause = 3;

    /// <summary>Whether they agree, as far as words tell.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        if (IsTurned(claim, passage.Quote) || IsDenied(claim, passage))
        {
            return Agreement.Differs;
        }

        var isAnchored = !claim.Polarities.HasNegation;
        var isOpen = (DoublesNo(claim) && !DoublesNo(passage.Quote)) || (passage.Around.Count > 1 && TakesUpDenied(claim, passage));
        foreach (var (polarity, clause, said, near) in Compared(claim, passage))
        {
            if (near.Count == 0 || polarity == Polarity.Subject)
            {
                continue;
            }

            if (polarity == Polarity.Open)
            {
                isOpen |= !near.Exists(one => one.Polarity == Polarity.Open);
                isAnchored = true;
            }
            else if (polarity == Polarity.Negative)
            {
                if (!near.Exists(one => one.Polarity != Polarity.Positive || IsMissing(one, claim)))
                {
                    if (said.Count > 0 && !HaveLimits(claim, passage.Quote))
                    {
                        return Agreement.Differs;
                    }

                    // Only a neighbour has the word, and not negated: then the quote must bear the negation out.
                    isOpen = true;
                    continue;
                }

                isAnchored = true;
                isOpen |= near.TrueForAll(one => one.Polarity != Polarity.Negative);
            }
            else if (said.Count > 0 && said.TrueForAll(one => one.Polarity is Polarity.Negative or Polarity.Open))
            {
                if (said.TrueForAll(one => one.Polarity == Polarity.Negative) && !IsExcused(claim, clause, said)
                    && !HaveLimits(claim, passage.Quote) && !IsMeantOfAnother(claim, clause, said[0]))
                {
                    return Agreement.Differs;
                }

                isOpen = true;
            }
        }

        // What it negates is said nowhere: then it is somebody's reading of other words.
        return isAnchored && !isOpen ? Agreement.Agrees : Agreement.Open;
    }

    // "Not non-negotiable" has the negation of "non-negotiable" and turns it round.
    private static bool DoublesNo(ReadText text)
    {
        for (var i = 1; i < text.Tokens.Count; i++)
        {
            if (text.Language.Negations.Contains(text.Tokens[i].Text) && text.Language.Negations.Contains(text.Tokens[i - 1].Text))
            {
                return true;
            }
        }

        return false;
    }

    // "Has the board approved it?" "Not yet.": what was asked is not so, and the answer has nothing of it.
    private static bool IsDenied(ReadText claim, Passage passage) =>
        !claim.Polarities.HasNegation && !claim.Polarities.SaysMissing && BeginsWithNo(passage.Quote)
        && claim.ContentWords.Count > 0 && claim.ContentWords.All(word => passage.Quote.PlacesOf(word).Length == 0)
        && claim.ContentWords.Any(passage.Has) && !claim.Quantities.Any(claimed => passage.Quote.Quantities.Any(claimed.HasValueOf));

    // "Is sign-on a must?" "No, we don't, but a log is": what the question alone has was not asserted.
    private static bool TakesUpDenied(ReadText claim, Passage passage) => !claim.Polarities.HasNegation && !claim.Polarities.SaysMissing
        && passage.Around.Count > 1 && BeginsWithNo(passage.Quote) && claim.ContentWords.Any(word => passage.Around[0].PlacesOf(word).Length == 0
            && passage.Around.Any(text => text != passage.Around[0] && text.Text.EndsWith('?') && text.PlacesOf(word).Length > 0));

    // A clause of its first sentence negates, and says nothing else.
    private static bool BeginsWithNo(ReadText quote)
    {
        for (var (first, end) = (0, 0); first < quote.Tokens.Count && quote.Tokens[first].Sentence == 0; first = end)
        {
            var (isNo, isBare) = (false, true);
            for (; end < quote.Tokens.Count && quote.Tokens[end].Clause == quote.Tokens[first].Clause; end++)
            {
                var isDenial = quote.Language.Denials.At(quote.Tokens, end) == 1;
                isNo |= isDenial || quote.Language.Negations.Contains(quote.Tokens[end].Text);
                isBare &= isDenial || quote.Language.Universals.Contains(quote.Tokens[end].Text)
                    || (!quote.IsContent(end) && !IsValue(quote, end));
            }

            if (isNo && isBare)
            {
                return true;
            }
        }

        return false;
    }

    // "Not the twenty-first" says more than no.
    private static bool IsValue(ReadText text, int index) =>
        text.Quantities.Any(quantity => index >= quantity.First && index <= quantity.Last)
        || text.Dates.Any(date => index >= date.First && index <= date.Last);

    // "No longer than twelve months" is "at most twelve", "not until May" from May on, and "not before the trial" is "only after it".
    private static bool HaveLimits(ReadText claim, ReadText quote) => (IsLimited(claim) && IsLimited(quote))
        || claim.Times.Any(time => time.Bound.Length > 0
            && quote.Times.Any(said => said.Kind == time.Kind && said.Name == time.Name && said.Bound == time.Bound))
        || (claim.Tokens.Any(token => claim.Language.Restrictions.Contains(token.Text))
            && Enumerable.Range(0, quote.Tokens.Count).Any(i => quote.Language.Bounds.At(quote.Tokens, i, out _) > 0));

    private static bool IsLimited(ReadText text) =>
        (text.Times.Count > 0 || text.Quantities.Any(quantity => !quantity.IsWeak || quantity.Unit.Length > 0))
        && text.Tokens.Any(token => text.Language.Limits.Contains(token.Text));

    // "She didn't say much" told as "she did say much": the words around a negation are the claim's, and the negation is not. Small words
    // count here, too, where there is nothing else to negate.
    private static bool IsTurned(ReadText claim, ReadText quote)
    {
        for (var at = 1; at + 1 < quote.Tokens.Count; at++)
        {
            if (quote.Language.Negations.Contains(quote.Tokens[at].Text)
                && quote.Language.AmountLimits.At(quote.Tokens, at, out _) == 0
                && Follows(claim, quote, at)
                && !Enumerable.Range(1, quote.Tokens.Count - 2).Any(other => other != at && Holds(quote, other, quote, at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(ReadText claim, ReadText quote, int negation) =>
        Enumerable.Range(0, claim.Tokens.Count).Any(index => Holds(claim, index, quote, negation))
        || Enumerable.Range(0, Math.Max(0, claim.Tokens.Count - 1)).Any(index =>
            claim.Tokens[index].Text == quote.Tokens[negation - 1].Text && IsAfter(claim, index + 1, quote, negation + 1));

    // The word before the negation, another one in its place that negates nothing ("did"), and what follows.
    private static bool Holds(ReadText text, int index, ReadText quote, int negation) =>
        index > 0 && index + 1 < text.Tokens.Count
        && text.Tokens[index - 1].Text == quote.Tokens[negation - 1].Text
        && !text.Language.Negations.Contains(text.Tokens[index].Text)
        && IsAfter(text, index + 1, quote, negation + 1);

    // Two words, or one at the end of both.
    private static bool IsAfter(ReadText text, int index, ReadText quote, int at) =>
        text.Tokens[index].Text == quote.Tokens[at].Text
        && (index + 1 < text.Tokens.Count && at + 1 < quote.Tokens.Count
            ? text.Tokens[index + 1].Text == quote.Tokens[at + 1].Text
            : index + 1 == text.Tokens.Count && at + 1 == quote.Tokens.Count
                || at + 1 < quote.Tokens.Count && quote.Tokens[at + 1].Sentence != quote.Tokens[at].Sentence);

    // Each word and number of the claim, with where the quote has it, or else what stands around.
    private static IEnumerable<(Polarity Polarity, int Clause, List<Mention> Said, List<Mention> Near)> Compared(ReadText claim,
        Passage passage)
    {
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (claim.IsContent(i))
            {
                yield return Compare(claim, i, number: null, passage);
            }
        }

        foreach (var number in claim.Quantities.Where(quantity => !quantity.IsWeak && !IsLimit(claim, quantity)))
        {
            yield return Compare(claim, number.First, number, passage);
        }
    }

    private static (Polarity Polarity, int Clause, List<Mention> Said, List<Mention> Near) Compare(
        ReadText claim, int index, Quantity? number, Passage passage)
    {
        // Under a condition nothing is said for sure; a claim with the condition says as much.
        var isCondition = claim.Polarities.IsConditional(claim.Tokens[index].Clause);
        List<Mention> said = [];
        Find(passage.Quote, said);
        var near = said;
        if (said.Count == 0)
        {
            near = [];
            foreach (var text in passage.Around)
            {
                Find(text, near);
            }
        }

        return (claim.Polarities[index], claim.Tokens[index].Clause, said, near);

        void Find(ReadText text, List<Mention> found)
        {
            if (number is not null)
            {
                foreach (var quantity in text.Quantities.Where(number.HasValueOf))
                {
                    Add(text, quantity.First, IsLimit(text, quantity) ? Polarity.Subject : text.Polarities[quantity.First], found);
                }

                return;
            }

            foreach (var place in text.PlacesOf(claim.Tokens[index].Text))
            {
                Add(text, place, text.Polarities[place], found);
            }
        }

        void Add(ReadText text, int place, Polarity polarity, List<Mention> found) => found.Add(new Mention(
            text, place, isCondition || !text.Polarities.IsConditional(text.Tokens[place].Clause) ? polarity : Polarity.Open));
    }

    // "Not more than ten" denies no ten; "four rather than ten" does.
    private static bool IsLimit(ReadText text, Quantity quantity)
    {
        var before = Enumerable.Range(Math.Max(0, quantity.First - 2), Math.Min(2, quantity.First));
        return before.Any(index => text.Language.Limits.Contains(text.Tokens[index].Text))
            && !before.Any(index => text.Language.Instead.At(text.Tokens, index) > 0);
    }

    // "No checks" is a lack of checks, and what must never leave Europe stays there; but who loses no files does not lose files.
    private static bool IsExcused(ReadText claim, int clause, List<Mention> said)
    {
        Token[] missing = [.. Enumerable.Range(0, claim.Tokens.Count).Where(claim.Polarities.IsMissingWord).Select(index =>
            claim.Tokens[index])];
        return missing.Length > 0
            ? missing.Any(token => token.Sentence == claim.Tokens.First(one => one.Clause == clause).Sentence)
                && !missing.Any(token => said[0].Text.Tokens.Any(one => Stems.AreSame(one.Text, token.Text)))
            : said.Exists(one => one.Text.Polarities.IsMissing(one.Text.Tokens[one.Index].Clause));
    }

    // "Neither Ann nor Ben can sign it, only Kim can": a short clause beside it asserts of this one, or of most, what it leaves out.
    private static bool IsMeantOfAnother(ReadText claim, int clause, Mention denied)
    {
        var (text, own) = (denied.Text, denied.Text.Tokens[denied.Index]);
        return Enumerable.Range(0, claim.Tokens.Count).Any(i => claim.Tokens[i].Clause == clause && claim.IsContent(i)
            && text.PlacesOf(claim.Tokens[i].Text).ToArray().Any(place => text.Polarities[place] == Polarity.Positive
                && text.Tokens[place].Sentence == own.Sentence && text.Tokens[place].Clause != own.Clause
                && text.Content.Count(token => token.Clause == text.Tokens[place].Clause) <= ShortClause
                && text.Tokens.Any(token => token.Clause == text.Tokens[place].Clause
                    && (text.Language.Restrictions.Contains(token.Text) || text.Language.Universals.Contains(token.Text)))));
    }

    // "It lacks checks" says that there are none, unless it is the lacking that is denied.
    private static bool IsMissing(Mention said, ReadText claim) =>
        said.Text.Polarities.IsMissing(said.Text.Tokens[said.Index].Clause) && !claim.Polarities.SaysMissing;

    private readonly record struct Mention(ReadText Text, int Index, Polarity Polarity);
}
