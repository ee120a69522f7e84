namespace SalesIntel.Extraction;

/// <summary>A phrase that means a concept.</summary>
/// <param name="Concept">Number of the concept.</param>
/// <param name="Steps">Its items; the first has no gap.</param>
internal sealed record GrammarPhrase(int Concept, GrammarStep[] Steps);
