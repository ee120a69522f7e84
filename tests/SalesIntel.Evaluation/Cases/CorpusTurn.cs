namespace SalesIntel.Evaluation.Cases;

/// <summary>One turn of a meeting of a corpus.</summary>
internal sealed record CorpusTurn
{
    /// <summary>Who speaks.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>What is said.</summary>
    public string Text { get; set; } = "";
}
