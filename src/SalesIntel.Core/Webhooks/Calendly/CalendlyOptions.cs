namespace SalesIntel.Webhooks.Calendly;

/// <summary>What is expected of Calendly's webhooks.</summary>
public sealed class CalendlyOptions
{
    /// <summary>Signing keys as given when the webhook was subscribed; a message signed with any of them is genuine, so that a
    /// key can be rotated.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> SigningKeys { get; set; } = [];

    /// <summary>How far the signed time stamp may be from now, into the past and into the future.</summary>
    /// <value>Default: 300 seconds.</value>
    public TimeSpan SignatureTolerance { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Only bookings of this event type are processed; empty for all. Compared by its last path segment.</summary>
    /// <value>Default: empty.</value>
    public string EventTypeUri { get; set; } = "";
}
