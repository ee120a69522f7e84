namespace SalesIntel.Evaluation.Learning;

/// <summary>How weights are learned.</summary>
internal sealed record LearnerOptions
{
    /// <summary>How often all sentences are gone through.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>How fast weights change.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>What a weight has to outweigh not to be zero.</summary>
    public double L1 { get; init; } = 2;

    /// <summary>What keeps weights small.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>How much more a sentence counts that speaks about the element.</summary>
    public double Positive { get; init; } = 3;
}
