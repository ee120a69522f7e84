namespace SalesIntel.Webhooks;

/// <summary>What happens to a meeting without an external attendee.</summary>
public enum InternalOnlyPolicy
{
    /// <summary>An internal attendee stands in for the lead.</summary>
    Fallback,

    /// <summary>The meeting is set aside.</summary>
    Ignore,
}
