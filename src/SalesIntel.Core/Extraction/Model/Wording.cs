namespace SalesIntel.Extraction;

/// <summary>Labels in sentences.</summary>
internal static class Wording
{
    /// <summary>E.g. <c>metrics, economic buyer and champion</c>; empty for none.</summary>
    public static string List(IEnumerable<string> labels)
    {
        string[] all = [.. labels.Select(InSentence)];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    // "Economic buyer" begins small within a sentence, "ROI" does not.
    private static string InSentence(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
