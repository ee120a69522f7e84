namespace SalesIntel.Leads;

/// <summary>MEDDIC was read from a meeting; <see cref="LeadFact.At"/> is when the meeting ended.</summary>
public sealed record MeddicExtracted : LeadFact
{
    /// <summary>The meeting to which it belongs.</summary>
    public required string SessionId { get; init; }

    /// <summary>Which push of the meeting it was read from.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>The assessment.</summary>
    public required MeddicAssessment Assessment { get; init; }

    /// <summary><c>model</c> or <c>rules</c>.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "meddic";
}
