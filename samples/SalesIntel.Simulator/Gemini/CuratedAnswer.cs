namespace SalesIntel.Simulator;

/// <summary>What a good model says about one fixture.</summary>
internal sealed class CuratedAnswer
{
    public required string Name { get; init; }

    /// <summary>Texts by which the fixture is known; one in the prompt is enough.</summary>
    public required IReadOnlyList<string> Markers { get; init; }

    /// <summary>Findings by property name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Finding>> Answers { get; init; }
}
