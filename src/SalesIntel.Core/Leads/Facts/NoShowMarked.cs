namespace SalesIntel.Leads;

/// <summary>The invitee was marked as not having come.</summary>
public sealed record NoShowMarked : LeadFact
{
    /// <summary>The booking.</summary>
    public required string InviteeId { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "no_show";
}
