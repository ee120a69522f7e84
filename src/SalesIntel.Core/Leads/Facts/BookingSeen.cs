namespace SalesIntel.Leads;

/// <summary>A booking as one message showed it; made (or moved) at <see cref="LeadFact.At"/>.</summary>
public sealed record BookingSeen : LeadFact
{
    /// <summary>The booking.</summary>
    public required Booking Booking { get; init; }

    /// <summary>True when the message made or moved the booking; false when it only shows it (a cancellation, a no-show).</summary>
    public bool Moves { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "booking";
}
