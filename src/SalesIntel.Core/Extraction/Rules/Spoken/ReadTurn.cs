using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What was read in a turn.</summary>
/// <param name="sentences">Its sentences.</param>
/// <param name="names">How many scores a sentence has.</param>
internal sealed class ReadTurn(IReadOnlyList<ReadSentence> sentences, int names)
{
    private readonly float[] most =
        [.. Enumerable.Range(0, names).Select(i => sentences.Select(sentence => sentence.Scores[i]).DefaultIfEmpty(float.NegativeInfinity).Max())];

    public IReadOnlyList<ReadSentence> Sentences => sentences;

    /// <summary>True when one of our own people speaks.</summary>
    public bool IsSeller => Sentences is [{ Sentence.Side: MeetingSide.Seller }, ..];

    /// <summary>How much the sentence speaks for an element that speaks most for it.</summary>
    public float MostOf(int element) => most[element];
}
