namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>The names of elements as vocabularies abbreviate them.</summary>
internal static class ElementNames
{
    private static readonly Dictionary<string, string> ByShortName = new(StringComparer.Ordinal)
    {
        ["m"] = "metrics",
        ["eb"] = "economic_buyer",
        ["dc"] = "decision_criteria",
        ["dp"] = "decision_process",
        ["pain"] = "identified_pain",
        ["ch"] = "champion",
        ["comp"] = "competition",
    };

    /// <summary>All elements.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByShortName.Values];

    /// <summary>The whole name.</summary>
    /// <exception cref="InvalidDataException">It is no element.</exception>
    public static string Long(string name) => ByShortName.TryGetValue(name, out var element)
        ? element
        : throw new InvalidDataException($"'{name}' is no element: {string.Join(", ", ByShortName.Keys)}.");
}
