using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Finds what was said on prices, discounts, payment and the length of a contract: quotes, never a summary of them.</summary>
internal static class CommercialTerms
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data =
        DataFile.Sections("Crm.Notes.Meetings.Data.commercial-terms.txt");

    private static readonly FrozenSet<string> Words = Of("words");
    private static readonly FrozenSet<string> Numbered = Of("with a number");
    private static readonly int Longest = Words.Concat(Numbered).Max(phrase => phrase.Count(c => c == ' ') + 1);

    /// <summary>The claims whose words are about terms, each quote once.</summary>
    public static IEnumerable<Claim> In(IEnumerable<Claim> claims) =>
        claims.Where(claim => IsAboutTerms(claim.Quote)).DistinctBy(claim => claim.Quote, StringComparer.Ordinal);

    private static bool IsAboutTerms(string quote)
    {
        string[] words = [.. Word.Split(quote).Select(word => word.Text)];
        var hasNumber = new ReadText(quote, LanguageWords.All[0]).Quantities.Any(quantity => !quantity.IsWeak);
        for (var first = 0; first < words.Length; first++)
        {
            for (var count = 1; count <= Longest && first + count <= words.Length; count++)
            {
                var phrase = string.Join(' ', words, first, count);
                if (Words.Contains(phrase) || (hasNumber && Numbered.Contains(phrase)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenSet<string> Of(string section) => Data[section].SelectMany(PhrasePattern.Expand)
        .Select(phrase => string.Join(' ', Word.Split(phrase).Select(word => word.Text)))
        .ToFrozenSet(StringComparer.Ordinal);
}
