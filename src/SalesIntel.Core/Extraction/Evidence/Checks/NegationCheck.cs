namespace SalesIntel.Extraction;

/// <summary>What a claim negates its passage negates, and what the passage negates the claim does not assert.</summary>
internal static class NegationCheck
{
    /// <summary>True when they agree, as far as words tell.</summary>
    public static bool Holds(ReadText claim, Passage passage)
    {
        var isAnchored = !claim.Polarities.HasNegation;
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (!claim.IsContent(i))
            {
                continue;
            }

            var word = claim.Tokens[i].Text;
            var said = Said(word, [passage.Quote]);
            var near = said.Count > 0 ? said : Said(word, passage.Around);
            var polarity = claim.Polarities[i];
            if (near.Count == 0 || polarity == Polarity.Open)
            {
                isAnchored |= polarity == Polarity.Open && passage.Quote.Polarities.HasNegation;
                continue;
            }

            if (polarity == Polarity.Negative)
            {
                if (!near.Exists(one => one.Polarity != Polarity.Positive || IsMissing(one, claim)))
                {
                    return false;
                }

                isAnchored = true;
            }
            else if (said.Count > 0 && said.TrueForAll(one => one.Polarity == Polarity.Negative) && !claim.Polarities.IsMissing(claim.Tokens[i].Clause)
                && !Said(word, passage.Around).Exists(one => one.Polarity == Polarity.Positive && one.Text != passage.Quote))
            {
                return false;
            }
        }

        // What it negates is nowhere: then something must be negated there at least.
        return isAnchored || passage.Around.Prepend(passage.Quote).Any(text => text.Polarities.HasNegation || text.Polarities.SaysMissing);
    }

    // "It lacks checks" says that there are none, unless it is the lacking that is denied.
    private static bool IsMissing((ReadText Text, int Index, Polarity Polarity) said, ReadText claim) =>
        said.Text.Polarities.IsMissing(said.Text.Tokens[said.Index].Clause) && !claim.Polarities.SaysMissing;

    private static List<(ReadText Text, int Index, Polarity Polarity)> Said(string word, IEnumerable<ReadText> texts) =>
    [
        .. texts.SelectMany(text => Enumerable.Range(0, text.Tokens.Count)
            .Where(index => Stems.AreSame(text.Tokens[index].Text, word))
            .Select(index => (text, index, text.Polarities[index]))),
    ];
}
