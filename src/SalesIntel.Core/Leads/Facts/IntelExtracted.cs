namespace SalesIntel.Leads;

/// <summary>Lead intel was read from a booking's answers; <see cref="LeadFact.At"/> is when the booking was made.</summary>
public sealed record IntelExtracted : LeadFact
{
    /// <summary>The booking to which it belongs.</summary>
    public required string InviteeId { get; init; }

    /// <summary>Which state of the booking it was read from; a later one replaces it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The intel.</summary>
    public required LeadIntel Intel { get; init; }

    /// <summary><c>model</c> or <c>rules</c>.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "intel";
}
