using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>What is learned: the elements, and how they are said.</summary>
internal static class LearnedNames
{
    /// <summary>The names, in the order of labels.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ElementNames.All, CueWeights.Hedged];

    /// <summary>The label of what is said so vaguely that it states nothing.</summary>
    public static int Hedged { get; } = ElementNames.All.Count;
}
