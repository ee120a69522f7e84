namespace SalesIntel.Extraction;

/// <summary>The sentences in which a quote stands.</summary>
/// <param name="Turn">The turn's text around it.</param>
/// <param name="First">Number of its first sentence there, from 0.</param>
/// <param name="Last">Number of its last sentence.</param>
internal sealed record QuotedSentences(ReadText Turn, int First, int Last)
{
    private const int Reach = 3;

    /// <summary>They themselves.</summary>
    public ReadText Quote => Turn.Sentences(First, Last);

    /// <summary>What the speaker says right before them.</summary>
    public ReadText Before => Turn.Sentences(First - Reach, First - 1);
}
