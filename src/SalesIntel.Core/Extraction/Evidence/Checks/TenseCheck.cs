namespace SalesIntel.Extraction;

/// <summary>Whether a claim says that something is, was or is meant to be as its quote does: not "have decided" for "want to decide", not
/// "are" for "used to be". Where it does not, the words themselves are written.</summary>
internal static class TenseCheck
{
    private const int FewSegments = 64;

    /// <summary>Open when they tell of another time.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        foreach (var segment in claim.Segments)
        {
            // What a claim sums up from beside the quote is of the time that it is told of there.
            var (tense, shared) = TenseOf(claim, segment, passage.Quote);
            foreach (var beside in passage.Around)
            {
                if (!IsQuestion(beside) && TenseOf(claim, segment, beside) is var other && other.Shared > shared)
                {
                    (tense, shared) = other;
                }
            }

            if (Differ(segment.Tense, IsConditional(claim, segment), tense))
            {
                return Agreement.Open;
            }
        }

        return Agreement.Agrees;
    }

    // What somebody asks of today his answer may tell of last year.
    private static bool IsQuestion(ReadText text) => text.Text.EndsWith('?');

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

    private static bool IsConditional(ReadText claim, TenseSegment segment)
    {
        var sentence = claim.Tokens[segment.First].Sentence;
        foreach (ref readonly var token in claim.Tokens)
        {
            if (token.Sentence == sentence && claim.Polarities.IsConditional(token.Clause))
            {
                return true;
            }
        }

        return false;
    }

    // That of the part of the quote with which the claim has most words in common; of its sentence, where the part
    // itself tells none, what is meant to be or is.
    private static (Tense Tense, int Shared) TenseOf(ReadText claim, TenseSegment segment, ReadText quote)
    {
        var said = quote.Segments;
        Span<int> shared = said.Count <= FewSegments ? stackalloc int[said.Count] : new int[said.Count];
        shared.Clear();
        for (var i = segment.First; i <= segment.Last; i++)
        {
            if (IsWord(claim, i))
            {
                Count(quote.PlacesOf(claim.Tokens[i].Text), said, shared);
            }
        }

        var (tense, most) = (Tense.None, 0);
        foreach (var words in shared)
        {
            most = Math.Max(most, words);
        }

        for (var part = 0; most > 0 && part < said.Count; part++)
        {
            tense |= shared[part] == most ? said[part].Tense : Tense.None;
        }

        if (tense != Tense.None)
        {
            return (tense, most);
        }

        for (var part = 0; part < said.Count; part++)
        {
            tense |= most == 0 || IsBeside(quote, said, shared, most, part) ? said[part].Tense : Tense.None;
        }

        return (tense & (most == 0 ? ~Tense.Over : Tense.Plan | Tense.Present), most);
    }

    // A word that stands twice in a part is one word of it.
    private static void Count(ReadOnlySpan<int> places, IReadOnlyList<TenseSegment> said, Span<int> shared)
    {
        var (part, counted) = (0, -1);
        foreach (var at in places)
        {
            while (said[part].Last < at)
            {
                part++;
            }

            shared[part] += part == counted ? 0 : 1;
            counted = part;
        }
    }

    // In the sentence of a part that has most words in common.
    private static bool IsBeside(ReadText quote, IReadOnlyList<TenseSegment> said, ReadOnlySpan<int> shared, int most, int part)
    {
        var sentence = quote.Tokens[said[part].First].Sentence;
        for (var other = 0; other < said.Count; other++)
        {
            if (shared[other] == most && quote.Tokens[said[other].First].Sentence == sentence)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadText text, int i) => text.IsContent(i) || text.Tokens[i].HasDigit;
}
