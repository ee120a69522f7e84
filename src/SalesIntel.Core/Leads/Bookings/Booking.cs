namespace SalesIntel.Leads;

/// <summary>One invitee's booking as one Calendly message shows it. Two messages about the same booking share
/// <see cref="InviteeId"/>; the one with the later <see cref="UpdatedAt"/> is the truer.</summary>
/// <remarks>Every member but the id and the e-mail may be missing in a message: see
/// https://developer.calendly.com/api-docs/webhook-payload.</remarks>
public sealed record Booking
{
    // A stored booking that lacks a member is read with null for it, whatever the member's default.
    private static readonly IReadOnlyDictionary<string, string> Untracked = new Dictionary<string, string>();

    /// <summary>Last path segment of the invitee's URI: the identity of a booking (a group event has one per person).</summary>
    public required string InviteeId { get; init; }

    /// <summary>The invitee's e-mail address, trimmed, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>The invitee's URI as received.</summary>
    public string InviteeUri { get; init => field = value ?? ""; } = "";

    /// <summary>The scheduled event's URI as received; empty when the message has none.</summary>
    public string EventUri { get; init => field = value ?? ""; } = "";

    /// <summary>URI of the event type; empty when the message embeds no scheduled event.</summary>
    public string EventTypeUri { get; init => field = value ?? ""; } = "";

    /// <summary>Name of the scheduled event; may be empty.</summary>
    public string EventName { get; init => field = value ?? ""; } = "";

    /// <summary>Full display name as received, white space collapsed; may be empty.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>First name, only when the event type asks for both names.</summary>
    public string FirstName { get; init => field = value ?? ""; } = "";

    /// <summary>Last name, only when the event type asks for both names.</summary>
    public string LastName { get; init => field = value ?? ""; } = "";

    /// <summary>The invitee's IANA time zone as received; empty when null. Not checked here.</summary>
    public string TimeZone { get; init => field = value ?? ""; } = "";

    /// <summary>Start of the demo, UTC; null when the message embeds no scheduled event.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>End of the demo, UTC.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Where the demo takes place: a join URL, a phone number or an address; may be empty.</summary>
    public string Location { get; init => field = value ?? ""; } = "";

    /// <summary>Invitee id of the booking that this one replaces.</summary>
    public string? OldInviteeId { get; init; }

    /// <summary>Invitee id of the booking that replaces this one.</summary>
    public string? NewInviteeId { get; init; }

    /// <summary>True on the replaced half of a reschedule.</summary>
    public bool Rescheduled { get; init; }

    /// <summary>Phone number for text reminders, as received.</summary>
    public string Phone { get; init => field = value ?? ""; } = "";

    /// <summary>Questions with their answers, by position; unanswered ones are left out.</summary>
    public IReadOnlyList<FormAnswer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Filled UTM values by their names, e.g. <c>utm_source</c>.</summary>
    public IReadOnlyDictionary<string, string> Tracking { get; init => field = value ?? Untracked; } = Untracked;

    /// <summary>Display names (or addresses where there is no name) of the hosts.</summary>
    public IReadOnlyList<string> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>E-mail addresses of the hosts as far as they are known, lower case.</summary>
    public IReadOnlyList<string> HostEmails { get; init => field = value ?? []; } = [];

    /// <summary>E-mail addresses of further guests, lower case.</summary>
    public IReadOnlyList<string> Guests { get; init => field = value ?? []; } = [];

    /// <summary>What the booking was made with, as people call it: the lead's source in the CRM.</summary>
    /// <value>Default: Calendly, with which all bookings were made that were stored before this was kept.</value>
    public string BookedThrough { get; init => field = value ?? "Calendly"; } = "Calendly";

    /// <summary>When the booking was made, UTC (<c>payload.created_at</c>, else the envelope's).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the invitee was last changed, UTC (<c>payload.updated_at</c>, else the envelope's).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
