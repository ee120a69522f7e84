namespace SalesIntel.Evaluation.Cases;

/// <summary>A question of a form with its answer.</summary>
internal sealed record CorpusAnswer
{
    /// <summary>The question.</summary>
    public string Question { get; set; } = "";

    /// <summary>The answer.</summary>
    public string Answer { get; set; } = "";
}
