namespace SalesIntel.Extraction;

/// <summary>Whether a number of a claim is as much of a limit as it is said to be: not one end of "three to four weeks", not "above" for
/// "up to". Where it is not, the words themselves are written.</summary>
internal static class LimitCheck
{
    private const int Before = 4;
    private const int Behind = 3;

    /// <summary>Open where a range or a limit differs.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        var claimed = claim.Counted;
        if (claimed.Count == 0)
        {
            return Agreement.Agrees;
        }

        var ranges = Ranges(passage.Quote);
        return ranges.Any(range => claimed.Any(range.Low.HasValueOf) != claimed.Any(range.High.HasValueOf))
            || claimed.Any(quantity => IsOtherLimit(claim, quantity, passage.Quote, ranges))
                ? Agreement.Open
                : Agreement.Agrees;
    }

    private static bool IsOtherLimit(ReadText claim, Quantity quantity, ReadText quote, IReadOnlyList<(Quantity Low, Quantity High)> ranges)
    {
        Quantity[] same = [.. quote.Quantities.Where(quantity.HasValueOf)];
        return same.Length > 0 && !IsDate(claim, quantity) && !ranges.Any(range => same.Any(one => one == range.Low || one == range.High))
            && !Ranges(claim).Any(range => range.Low == quantity || range.High == quantity)
            && LimitOf(claim, quantity) is var limit && same.All(one => IsDate(quote, one) || LimitOf(quote, one) != limit)
            && !same.All(one => IsDate(quote, one));
    }

    private static bool IsDate(ReadText text, Quantity quantity) =>
        text.Dates.Any(date => quantity.First >= date.First && quantity.Last <= date.Last);

    // The longest phrase counts; "it must not be more than ten" is ten at most.
    private static string LimitOf(ReadText text, Quantity quantity)
    {
        var clause = text.Tokens[quantity.First].Clause;
        for (var i = Math.Max(0, quantity.First - Before); i < quantity.First; i++)
        {
            if (text.Tokens[i].Clause == clause && text.Language.AmountLimits.At(text.Tokens, i, out var limit) is > 0 and var length
                && i + length <= quantity.First && IsOf(text, length, i + length, quantity.First))
            {
                return IsNegated(text, i) ? limit == "most" ? "least" : "most" : limit;
            }
        }

        for (var i = quantity.Last + 1; i < text.Tokens.Count && i <= quantity.Last + Behind && text.Tokens[i].Clause == clause; i++)
        {
            if (!text.Quantities.Any(other => other != quantity && i >= other.First && i <= other.Last)
                && text.Language.LimitsBehind.At(text.Tokens, i, out var limit) is > 0 and var length
                && !text.Quantities.Any(other => other.First == i + length))
            {
                return limit;
            }
        }

        return "";
    }

    // "From the board: fourteen", "changes over about forty items": a short word that does not stand at the number is none of its own.
    private static bool IsOf(ReadText text, int words, int behind, int number) => words > 1
        || Enumerable.Range(behind, number - behind).All(at => text.Language.Fillers.Contains(text.Tokens[at].Text));

    private static bool IsNegated(ReadText text, int i) => Enumerable.Range(Math.Max(0, i - Before), Math.Min(i, Before))
        .Any(index => text.Tokens[index].Clause == text.Tokens[i].Clause && text.Language.Negations.Contains(text.Tokens[index].Text));

    private static List<(Quantity Low, Quantity High)> Ranges(ReadText text)
    {
        List<(Quantity, Quantity)> ranges = [];
        Quantity[] all = [.. text.Quantities.OrderBy(quantity => quantity.First)];
        for (var i = 0; i + 1 < all.Length; i++)
        {
            var (low, high) = (all[i], all[i + 1]);
            var between = high.First - low.Last - 1;
            var word = between is 1 or 2 ? text.Tokens[high.First - 1].Text : "";
            var isJoined = between == 0
                ? text.Text.AsSpan(text.Tokens[low.Last].End, text.Tokens[high.First].Start - text.Tokens[low.Last].End).Trim() is "-" or "–"
                : (between == 1 || low.Unit.Length > 0) && (AnyLanguage.Range.Contains(word)
                    || (AnyLanguage.And.Contains(word) && IsBehindBetween(text, low)));
            if (isJoined && !low.HasValueOf(high))
            {
                ranges.Add((low, high));
            }
        }

        return ranges;
    }

    // "Between three and four": "and" makes no range of numbers elsewhere.
    private static bool IsBehindBetween(ReadText text, Quantity low) => Enumerable.Range(Math.Max(0, low.First - 2), Math.Min(2, low.First))
        .Any(at => AnyLanguage.Between.Contains(text.Tokens[at].Text));
}
