namespace SalesIntel.Evaluation.Cases;

/// <summary>Somebody who took part in a meeting of a corpus.</summary>
internal sealed record CorpusPerson
{
    /// <summary>The name as the turns have it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The address; missing when it is not known.</summary>
    public string? Email { get; set; }
}
