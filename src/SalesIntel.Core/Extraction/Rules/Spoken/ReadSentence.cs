namespace SalesIntel.Extraction;

/// <summary>What was read in a sentence by itself, without those around it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Scores">How much its cues speak for each element, in the order of <see cref="CueWeights"/>.</param>
/// <param name="Network">How much the network says that it does, in the same order; null for what no buyer says.</param>
/// <param name="Signs">What it has of the phrases of each rule, in the order of the rules.</param>
/// <param name="IsAside">True when it is about something else than the meeting.</param>
/// <param name="IsNoAnswer">True when it answers a question by saying nothing.</param>
internal sealed record ReadSentence(
    SpokenSentence Sentence, float[] Scores, float[]? Network, RuleSigns[] Signs, bool IsAside, bool IsNoAnswer)
{
    /// <summary>True when the sentence has this of a rule's phrases.</summary>
    public bool Has(int rule, RuleSigns sign) => (Signs[rule] & sign) != 0;
}
