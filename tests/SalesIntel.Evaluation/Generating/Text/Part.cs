namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Halves of the generated corpus; no two of them share a sentence or a name.</summary>
internal enum Part
{
    /// <summary>What authors of rules and prompts may look at.</summary>
    Train,

    /// <summary>More to learn from, by another author.</summary>
    TrainB,

    /// <summary>More to learn from, by another author.</summary>
    TrainC,

    /// <summary>More to learn from, by another author.</summary>
    TrainD,

    /// <summary>What is measured.</summary>
    Test,

    /// <summary>What is run once, when all is done.</summary>
    Sealed,
}
