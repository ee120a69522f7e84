namespace SalesIntel.Extraction;

/// <summary>What a reader, a model or rules, says that a meeting tells about an element. Nothing of it is believed before it is checked.
/// </summary>
/// <param name="Element">The element's name.</param>
/// <param name="Quote">The words of the transcript that are said to support it.</param>
/// <param name="Turn">The number of the turn that is said to hold them, from 1; null when not named.</param>
/// <param name="Text">What it means; empty when the quote itself is the value.</param>
internal sealed record SpokenClaim(string Element, string Quote, int? Turn, string Text)
{
    /// <summary>True when the reader takes it for said without being sure; what the evidence takes for unsure is so in any case.</summary>
    public bool IsHedged { get; init; }

    /// <summary>True when it counts only where it corrects or contradicts another claim: alone it says too little of the element.</summary>
    public bool IsAside { get; init; }
}
