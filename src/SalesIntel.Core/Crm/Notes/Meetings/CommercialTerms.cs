using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Finds what was said on prices, discounts, payment and the length of a contract: quotes, never a summary of them.</summary>
internal static class CommercialTerms
{
    // Of a call about nothing but money the first ones have to do.
    private const int Most = 8;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data =
        DataFile.Sections("Crm.Notes.Meetings.Data.commercial-terms.txt");

    private static readonly PhraseSet Words = Of("words");
    private static readonly PhraseSet Numbered = Of("with a number");

    /// <summary>The claims whose words are about terms, each quote once; then what of the transcript names terms and was claimed of nothing: of
    /// words that only a number makes terms ("30 percent of the budget") a claim has to say what they are about.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="transcript">The turns.</param>
    public static IReadOnlyList<Claim> In(IEnumerable<Claim> claims, IReadOnlyList<TranscriptTurn> transcript)
    {
        List<Claim> found = [.. claims.Where(claim => AreIn(claim.Quote)).DistinctBy(claim => claim.Quote, StringComparer.Ordinal)];
        var known = found.Count;
        found.AddRange(SaidSentences.In(transcript, 0, sentence => Words.IsIn(TokenReader.Read(sentence)) ? sentence : "")
            .Where(said => !found.Take(known).Any(claim => IsPartOf(claim.Quote, said.Quote))).DistinctBy(said => said.Quote, StringComparer.Ordinal)
            .Take(Math.Max(0, Most - known)).ToArray());
        return found;
    }

    private static bool IsPartOf(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    private static bool AreIn(string text)
    {
        TokenList tokens = TokenReader.Read(text);
        return Words.IsIn(tokens) || (Numbered.IsIn(tokens)
            && new ReadText(text, tokens, LanguageWords.All[0]).Quantities.Any(quantity => !quantity.IsWeak));
    }

    private static PhraseSet Of(string section) => new([.. Data[section].SelectMany(PhrasePattern.Expand)]);
}
