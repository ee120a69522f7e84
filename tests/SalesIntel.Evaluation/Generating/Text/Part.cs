namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Parts of the generated corpus; those that are measured share no sentence and no name with the others.</summary>
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

    /// <summary>More to learn from, by another author.</summary>
    TrainE,

    /// <summary>More to learn from, by another author.</summary>
    TrainF,

    /// <summary>More to learn from, by another author.</summary>
    TrainG,

    /// <summary>More to learn from, by another author.</summary>
    TrainH,

    /// <summary>More to learn from, by another author.</summary>
    TrainJ,

    /// <summary>More to learn from, by another author; too little is said there to make calls of it.</summary>
    TrainI,

    /// <summary>More to learn from, by another author; too little is said there to make calls of it.</summary>
    TrainK,

    /// <summary>What is measured.</summary>
    Test,

    /// <summary>Calls that authors wrote whole, of whom nothing is learned: measured too.</summary>
    Calls,

    /// <summary>What is run once, when all is done.</summary>
    Sealed,
}
