namespace SalesIntel.Extraction;

/// <summary>Whether what stands on both sides of a word is not turned round: not "Foldex is cheaper than Binderly" for "Binderly is cheaper
/// than Foldex", not "from the printer to the studio" for the other way.</summary>
internal static class DirectionCheck
{
    /// <summary>True when one thing that the quote has before a word, and one that it has behind it, have changed places in the claim.
    /// </summary>
    public static bool IsTurned(ReadText claim, Passage passage)
    {
        var quote = passage.Quote;
        var isPassive = HasAgent(claim) != HasAgent(quote);
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            var isRelation = claim.Language.Relations.Contains(claim.Tokens[i].Text);
            if ((isRelation || (claim.IsContent(i) && !isPassive)) && PlacesOf(claim, i, claim).Count == 1
                && IsTurned(claim, i, PlacesOf(claim, i, quote), passage, isRelation))
            {
                return true;
            }
        }

        return false;
    }

    // Of words that are no prepositions names alone are told apart: sentences may begin with what is done.
    private static bool IsTurned(ReadText claim, int at, List<int> said, Passage passage, bool isRelation)
    {
        var (before, behind) = (Words(-1), Words(1));
        return before.Any(left => behind.Any(right => said.Exists(place => IsOn(left, place, 1) && !IsOn(left, place, -1)
            && IsOn(right, place, -1) && !IsOn(right, place, 1)
            && !said.Exists(other => other != place && IsOn(left, other, -1) && IsOn(right, other, 1)))));

        bool IsOn(int word, int place, int side) => Places(claim, word, passage.Quote).Any(one => (one - place) * side > 0
            && IsBeside(passage.Quote, one, place));

        // Where a word stands several times its clause tells what belongs to it.
        bool IsBeside(ReadText text, int one, int place) => said.Count == 1
            ? text.Tokens[one].Sentence == text.Tokens[place].Sentence
            : text.Tokens[one].Clause == text.Tokens[place].Clause;

        List<int> Words(int side) =>
        [
            .. Enumerable.Range(0, claim.Tokens.Count).Where(i => (i - at) * side > 0
                && claim.Tokens[i].Sentence == claim.Tokens[at].Sentence
                && (isRelation ? claim.IsContent(i) || NumberAt(claim, i) is not null : PartSubjects.IsName(claim, i, passage.Names))),
        ];
    }

    private static bool HasAgent(ReadText text) => text.Tokens.Any(token => text.Language.Agents.Contains(token.Text));

    private static List<int> PlacesOf(ReadText claim, int i, ReadText text) =>
    [
        .. Enumerable.Range(0, text.Tokens.Count).Where(at => claim.IsContent(i)
            ? Stems.AreSame(text.Tokens[at].Text, claim.Tokens[i].Text)
            : text.Tokens[at].Text == claim.Tokens[i].Text),
    ];

    private static IEnumerable<int> Places(ReadText claim, int i, ReadText quote) => NumberAt(claim, i) is { } number
        ? quote.Quantities.Where(number.HasValueOf).Select(one => one.First)
        : quote.PlacesOf(claim.Tokens[i].Text).ToArray();

    private static Quantity? NumberAt(ReadText text, int i) => text.Quantities.FirstOrDefault(number => i >= number.First && i <= number.Last);
}
