namespace SalesIntel.Extraction;

/// <summary>From a model's word for confidence to one of the four: exact, then without case and punctuation, then a small table
/// of synonyms. What fits none, or more than one, is no value.</summary>
internal static class ConfidenceLadder
{
    public const string Cold = "Cold";
    public const string Warm = "Warm";
    public const string Hot = "Hot";
    public const string SuperHot = "Super-hot";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["cold"] = Cold,
        ["low"] = Cold,
        ["coldlead"] = Cold,
        ["warm"] = Warm,
        ["medium"] = Warm,
        ["moderate"] = Warm,
        ["lukewarm"] = Warm,
        ["warmlead"] = Warm,
        ["hot"] = Hot,
        ["high"] = Hot,
        ["hotlead"] = Hot,
        ["superhot"] = SuperHot,
        ["veryhot"] = SuperHot,
        ["veryhigh"] = SuperHot,
        ["redhot"] = SuperHot,
        ["superhotlead"] = SuperHot,
    };

    /// <summary>The label, or empty when there is no single one.</summary>
    public static string Read(string text) =>
        Words.GetValueOrDefault(string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant(), "");
}
