namespace SalesIntel.Leads;

/// <summary>A booking was cancelled, or replaced by another one.</summary>
public sealed record BookingCanceled : LeadFact
{
    /// <summary>The booking that was cancelled.</summary>
    public required string InviteeId { get; init; }

    /// <summary>True when the booking was moved, not given up.</summary>
    public bool Rescheduled { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "canceled";
}
