namespace SalesIntel.Evaluation.Cases;

/// <summary>One turn of a meeting of a corpus.</summary>
internal sealed record CorpusTurn
{
    /// <summary>Who speaks.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>What is said.</summary>
    public string Text { get; init; } = "";
}
