namespace SalesIntel.Extraction;

/// <summary>Whether a number of a claim is said of what the claim says it of: not "security needs ten days" for "legal needs ten days,
/// security twelve".</summary>
internal static class AllotmentCheck
{
    /// <summary>True when the claim has a number of one part of the quote together with a word of another one that has a number of its own.
    /// </summary>
    public static bool IsOfAnother(ReadText claim, ReadText quote)
    {
        if (claim.Counted.Count == 0 || quote.Counted.Count < 2)
        {
            return IsOfOtherTime(claim, quote);
        }

        foreach (var claimed in claim.Counted)
        {
            Quantity[] same = [.. quote.Counted.Where(claimed.HasValueOf)];
            if (same.Length == 1 && !quote.Counted.Any(other => other != same[0] && claim.Counted.Any(other.HasValueOf))
                && quote.Counted.Any(other => other != same[0] && AreAlike(same[0], other) && IsOf(claim, claimed, other, same[0], quote)))
            {
                return true;
            }
        }

        return IsOfOtherTime(claim, quote);
    }

    // "Forty thousand" of "last year we had forty thousand", and "eleven" of "eight now, eleven by summer", told without the time.
    private static bool IsOfOtherTime(ReadText claim, ReadText quote) => claim.Times.All(time => time is { Kind: "unit", Direction: 0 })
        && claim.Counted.Any(claimed =>
        !Has(claim.SegmentOf(claimed.First), Tense.Past | Tense.Over) && quote.Counted.Where(claimed.HasValueOf).ToArray() is { Length: > 0 } same
            && Array.TrueForAll(same, one => IsApart(one, quote)));

    private static bool IsApart(Quantity number, ReadText quote)
    {
        TimeMention[] times = [.. TimesBeside(number, quote)];
        return Has(quote.SegmentOf(number.First), Tense.Over) || times.Any(time => time.Direction < 0)
            || (times.Any(time => time.Kind != "unit" || time.Direction > 0)
                && quote.Counted.Any(other => other != number && AreAlike(number, other) && !TimesBeside(other, quote).Any()));
    }

    private static bool Has(TenseSegment segment, Tense tense) => (segment.Tense & tense) != 0;

    private static IEnumerable<TimeMention> TimesBeside(Quantity number, ReadText quote) => quote.SegmentOf(number.First) is var segment
        ? quote.Times.Where(time => time.At >= segment.First && time.At <= segment.Last) : [];

    // Days and days; and "security twelve" leaves out what it counts.
    private static bool AreAlike(Quantity one, Quantity other) => one.Unit == other.Unit
        || ((one.Unit.Length == 0 || other.Unit.Length == 0) && (one.Noun.Length == 0 || other.Noun.Length == 0));

    // A word of the claim that is said beside the other number, and nowhere beside this one.
    private static bool IsOf(ReadText claim, Quantity claimed, Quantity other, Quantity same, ReadText quote)
    {
        var (theirs, own) = (quote.SegmentOf(other.First), quote.SegmentOf(same.First));
        return theirs != own && Enumerable.Range(0, claim.Tokens.Count).Any(i => claim.IsContent(i)
            && claim.Tokens[i].Clause == claim.Tokens[claimed.First].Clause && IsOnlyIn(theirs, claim.Tokens[i].Text));

        bool IsOnlyIn(TenseSegment segment, string word)
        {
            var places = quote.PlacesOf(word);
            foreach (var place in places)
            {
                if (place < segment.First || place > segment.Last)
                {
                    return false;
                }
            }

            return places.Length > 0;
        }
    }
}
