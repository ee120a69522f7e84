namespace SalesIntel.Chaos.Stories;

/// <summary>What happens to one lead, in the order in which it happens, and what its CRM record must then be. The expectation is
/// written down with the story and not computed, so that it judges the projection from outside.</summary>
internal sealed record LeadStory
{
    /// <summary>What kind of story it is.</summary>
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<Webhook> Webhooks { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset DemoAt { get; init; }

    /// <summary>The company that the person named last, also in a booking that was given up since; null where nothing was booked.</summary>
    public required string? Company { get; init; }

    /// <summary>Bookings made; each gives a note and a task.</summary>
    public required int Bookings { get; init; }

    /// <summary>Meetings held; each gives a note.</summary>
    public required int Meetings { get; init; }
}
