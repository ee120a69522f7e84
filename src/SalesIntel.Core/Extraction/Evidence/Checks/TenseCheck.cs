namespace SalesIntel.Extraction;

/// <summary>Whether a claim says that something is, was or is meant to be as its quote does: not "have decided" for "want to decide", not
/// "are" for "used to be". Where it does not, the words themselves are written.</summary>
internal static class TenseCheck
{
    /// <summary>Open when they tell of another time.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        var said = Segments(passage.Quote);
        foreach (var segment in Segments(claim))
        {
            if (Differ(segment.Tense, IsConditional(claim, segment), TenseOf(claim, segment, passage.Quote, said)))
            {
                return Agreement.Open;
            }
        }

        return Agreement.Agrees;
    }

    private static bool Differ(Tense claimed, bool isConditional, Tense said)
    {
        bool Claims(Tense tense) => (claimed & tense) != 0;
        bool Says(Tense tense) => (said & tense) != 0;

        return (Claims(Tense.Past) && !Says(Tense.Past | Tense.Over))
            || (Says(Tense.Plan) && !Claims(Tense.Plan) && !isConditional && Claims(Tense.Present | Tense.Past | Tense.Act))
            || (Says(Tense.Over) && !Claims(Tense.Over | Tense.Past))
            || (Claims(Tense.Over) && !Says(Tense.Over | Tense.Past))
            || (Says(Tense.Past) && !Says(Tense.Present | Tense.Plan) && Claims(Tense.Present | Tense.Act) && !Claims(Tense.Past | Tense.Over))
            || (Claims(Tense.Plan) && Says(Tense.Past) && !Says(Tense.Plan) && !Claims(Tense.Past));
    }

    private static bool IsConditional(ReadText claim, Segment segment) => Enumerable.Range(0, claim.Tokens.Count)
        .Any(i => claim.Tokens[i].Sentence == claim.Tokens[segment.First].Sentence && claim.Polarities.IsConditional(claim.Tokens[i].Clause));

    // That of the part of the quote with which the claim has most words in common; of its sentence, where the part
    // itself tells none, what is meant to be or is.
    private static Tense TenseOf(ReadText claim, Segment segment, ReadText quote, List<Segment> said)
    {
        var (best, most) = (new List<Segment>(), 0);
        foreach (var part in said)
        {
            var shared = Enumerable.Range(segment.First, segment.Last - segment.First + 1)
                .Count(i => IsWord(claim, i) && quote.PlacesOf(claim.Tokens[i].Text).ToArray().Any(at => at >= part.First && at <= part.Last));
            if (shared > most)
            {
                best.Clear();
            }

            if (shared >= Math.Max(most, 1))
            {
                best.Add(part);
                most = shared;
            }
        }

        var tense = best.Aggregate(Tense.None, (all, part) => all | part.Tense);
        return tense != Tense.None ? tense
            : said.Where(part => best.Count == 0 || best.Exists(one => quote.Tokens[one.First].Sentence == quote.Tokens[part.First].Sentence))
                .Aggregate(Tense.None, (all, part) => all | part.Tense) & (best.Count == 0 ? ~Tense.Over : Tense.Plan | Tense.Present);
    }

    private static bool IsWord(ReadText text, int i) => text.IsContent(i) || text.Tokens[i].HasDigit;

    // Clauses, and what "and" joins.
    private static List<Segment> Segments(ReadText text)
    {
        List<Segment> all = [];
        var first = 0;
        for (var i = 1; i <= text.Tokens.Count; i++)
        {
            if (i == text.Tokens.Count || text.Tokens[i].Clause != text.Tokens[first].Clause || IsJoint(text.Tokens[i].Text))
            {
                var tense = Tense.None;
                for (var at = first; at < i; at++)
                {
                    tense |= text.Tenses[at];
                }

                all.Add(new Segment(first, i - 1, tense));
                first = i;
            }
        }

        return all;
    }

    private static bool IsJoint(string word) => word is "and" or "und" or "et" or "y" or "e" or "but" or "aber" or "mais" or "pero" or "mas";

    private sealed record Segment(int First, int Last, Tense Tense);
}
