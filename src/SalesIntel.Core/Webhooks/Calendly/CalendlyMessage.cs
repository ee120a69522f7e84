using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>A Calendly webhook about an invitee, read.</summary>
public sealed record CalendlyMessage
{
    /// <summary>The event's name, e.g. <c>invitee.created</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The booking as this message shows it.</summary>
    public required Booking Booking { get; init; }

    /// <summary>When what the message tells happened, UTC: the booking made, cancelled, marked as no-show.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>Who cancelled, as received; only with <c>invitee.canceled</c>.</summary>
    public string CanceledBy { get; init; } = "";

    /// <summary>The reason given for a cancellation; may be empty.</summary>
    public string CancelReason { get; init; } = "";
}
