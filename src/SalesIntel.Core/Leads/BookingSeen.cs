using SalesIntel.Calendly;

namespace SalesIntel.Leads;

/// <summary>A booking as one message showed it; made (or moved) at <see cref="LeadFact.At"/>.</summary>
public sealed record BookingSeen : LeadFact
{
    /// <summary>The booking.</summary>
    public required Booking Booking { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "booking";
}
