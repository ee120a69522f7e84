using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From a word to one of a field's choices: exact, then without case and punctuation, then a small table of synonyms. What fits
/// none, or more than one, is no value.</summary>
internal static class ChoiceLadder
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["low"] = DealConfidence.Cold,
        ["coldlead"] = DealConfidence.Cold,
        ["medium"] = DealConfidence.Warm,
        ["moderate"] = DealConfidence.Warm,
        ["lukewarm"] = DealConfidence.Warm,
        ["warmlead"] = DealConfidence.Warm,
        ["high"] = DealConfidence.Hot,
        ["hotlead"] = DealConfidence.Hot,
        ["veryhot"] = DealConfidence.SuperHot,
        ["veryhigh"] = DealConfidence.SuperHot,
        ["redhot"] = DealConfidence.SuperHot,
        ["superhotlead"] = DealConfidence.SuperHot,
    };

    /// <summary>The choice; empty when there is no single one.</summary>
    public static string Read(IReadOnlyList<string> choices, string text)
    {
        if (choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        var plain = Plain(text);
        string[] same = [.. choices.Where(choice => plain.Length > 0 && Plain(choice) == plain)];
        return same switch
        {
            [var choice] => choice,
            [] when Synonyms.TryGetValue(plain, out var synonym) && choices.Contains(synonym, StringComparer.Ordinal) => synonym,
            _ => "",
        };
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
