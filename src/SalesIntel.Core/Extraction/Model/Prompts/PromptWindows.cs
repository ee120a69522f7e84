namespace SalesIntel.Extraction;

/// <summary>The prompts that read one document.</summary>
/// <param name="Windows">One prompt, or one for each window of a transcript that is too long for one call.</param>
/// <param name="Coverage">The share of the transcript's turns that they hold whole, from 0 to 1.</param>
internal sealed record PromptWindows(IReadOnlyList<Prompt> Windows, double Coverage);
