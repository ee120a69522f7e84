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
            return false;
        }

        foreach (var claimed in claim.Counted)
        {
            Quantity[] same = [.. quote.Counted.Where(claimed.HasValueOf)];
            if (same.Length == 1 && !quote.Counted.Any(other => other != same[0] && claim.Counted.Any(other.HasValueOf))
                && quote.Counted.Any(other => other != same[0] && AreAlike(same[0], other, quote) && IsOf(claim, claimed, other, same[0], quote)))
            {
                return true;
            }
        }

        return false;
    }

    // Days and days; and "security twelve" leaves out what it counts.
    private static bool AreAlike(Quantity one, Quantity other, ReadText quote) => one.Unit == other.Unit && one.Unit.Length > 0
        || (one.Unit.Length == 0 && IsAlone(one, quote)) || (other.Unit.Length == 0 && IsAlone(other, quote));

    private static bool IsAlone(Quantity number, ReadText text) => text.SegmentOf(number.First).Last == number.Last;

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
