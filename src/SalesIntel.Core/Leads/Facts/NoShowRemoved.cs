namespace SalesIntel.Leads;

/// <summary>The mark of a no-show was taken back.</summary>
public sealed record NoShowRemoved : LeadFact
{
    /// <summary>The booking.</summary>
    public required string InviteeId { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "no_show_removed";
}
