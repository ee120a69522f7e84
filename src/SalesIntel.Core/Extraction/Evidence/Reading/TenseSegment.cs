namespace SalesIntel.Extraction;

/// <summary>A clause, or a part of one that "and" joins to another.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Tense">What its words tell of the time.</param>
internal readonly record struct TenseSegment(int First, int Last, Tense Tense)
{
    /// <summary>The segments of a text in their order; together they have all of its tokens.</summary>
    public static IReadOnlyList<TenseSegment> Of(ReadText text)
    {
        List<TenseSegment> all = [];
        var (first, tokens, tenses) = (0, text.Tokens, text.Tenses);
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i == tokens.Count || tokens[i].Clause != tokens[first].Clause || AnyLanguage.And.Contains(tokens[i].Text)
                || AnyLanguage.But.Contains(tokens[i].Text))
            {
                var tense = Tense.None;
                for (var at = first; at < i; at++)
                {
                    tense |= tenses[at];
                }

                all.Add(new TenseSegment(first, i - 1, tense));
                first = i;
            }
        }

        return all;
    }
}
