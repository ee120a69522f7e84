using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>MEDDIC as a meeting's transcript supports it.</summary>
public sealed record MeddicAssessment
{
    /// <summary>Metrics: numbers that show the cost of today and the aim.</summary>
    [JsonPropertyName("metrics")]
    public MeddicElement Metrics { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Economic buyer: who can say yes and owns the money.</summary>
    [JsonPropertyName("economic_buyer")]
    public MeddicElement EconomicBuyer { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Decision criteria: what a solution must do to be chosen.</summary>
    [JsonPropertyName("decision_criteria")]
    public MeddicElement DecisionCriteria { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Decision process: steps, people and dates until the signature.</summary>
    [JsonPropertyName("decision_process")]
    public MeddicElement DecisionProcess { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Identified pain: what hurts, and what it leads to.</summary>
    [JsonPropertyName("identified_pain")]
    public MeddicElement IdentifiedPain { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Champion: who sells it inside, and how that shows.</summary>
    [JsonPropertyName("champion")]
    public MeddicElement Champion { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>Competition: other vendors, own tools, doing nothing.</summary>
    [JsonPropertyName("competition")]
    public MeddicElement Competition { get; init => field = value ?? MeddicElement.Empty; } = MeddicElement.Empty;

    /// <summary>What was agreed to happen next, one text each.</summary>
    [JsonPropertyName("next_steps")]
    public IReadOnlyList<string> NextSteps { get; init => field = value ?? []; } = [];

    /// <summary>What could stop or delay the deal, one text each.</summary>
    [JsonPropertyName("risks")]
    public IReadOnlyList<string> Risks { get; init => field = value ?? []; } = [];

    /// <summary><c>Cold</c>, <c>Warm</c>, <c>Hot</c> or <c>Super-hot</c>; empty when not told.</summary>
    [JsonPropertyName("confidence")]
    public string Confidence { get; init => field = value ?? ""; } = "";
}
