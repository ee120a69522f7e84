using System.Text.RegularExpressions;

namespace SalesIntel.Extraction;

/// <summary>How the value of a field is recognised in what is said.</summary>
/// <param name="Strong">Words that alone make a sentence evidence.</param>
/// <param name="Weak">Words that do so only beside others, or after a question for the value.</param>
/// <param name="Asked">A question for the value: the answers that follow count more.</param>
/// <param name="Keep">Sentences that make up the value.</param>
/// <param name="Fills">Names of the fields that it fills; frameworks have different names for one meaning.</param>
internal sealed record SpokenRule(Regex Strong, Regex Weak, Regex Asked, int Keep, params IReadOnlyList<string> Fills)
{
    /// <summary>True when the value is a person: who of them said most of it.</summary>
    public bool IsPerson { get; init; }

    /// <summary>True when each sentence is an item of its own, without words that support it.</summary>
    public bool IsList { get; init; }
}
