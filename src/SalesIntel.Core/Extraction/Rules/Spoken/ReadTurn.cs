using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What was read in a turn.</summary>
internal sealed class ReadTurn
{
    private readonly float[] most;

    /// <param name="sentences">Its sentences.</param>
    /// <param name="names">How many scores a sentence has.</param>
    public ReadTurn(IReadOnlyList<ReadSentence> sentences, int names)
    {
        Sentences = sentences;
        most = new float[names];
        for (var i = 0; i < names; i++)
        {
            most[i] = sentences.Count == 0 ? float.NegativeInfinity : sentences.Max(sentence => sentence.Scores[i]);
        }
    }

    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>True when one of our own people speaks.</summary>
    public bool IsSeller => Sentences is [{ Sentence.Side: MeetingSide.Seller }, ..];

    /// <summary>How much the sentence speaks for an element that speaks most for it.</summary>
    public float MostOf(int element) => most[element];
}
