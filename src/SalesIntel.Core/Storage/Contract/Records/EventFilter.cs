using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>Which events to list; every member that is set must match.</summary>
public sealed record EventFilter
{
    /// <summary>Where it stands.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>The source's name.</summary>
    public string? Source { get; init; }

    /// <summary>The event's type.</summary>
    public string? EventType { get; init; }

    /// <summary>Start of the failure's code, e.g. <c>event</c> or <c>event/lead-converted</c>.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>The lead.</summary>
    public LeadKey? Lead { get; init; }

    /// <summary>Accepted at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Accepted before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>At most so many; default 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>False when it matches every event.</summary>
    public bool HasCondition =>
        Status is not null || Source is not null || EventType is not null || ErrorClass is not null || Lead is not null
        || Since is not null || Until is not null;
}
