namespace SalesIntel.Alerts;

/// <summary>Something that needs a person, or the end of it. Holds no personal data.</summary>
public sealed record Alert
{
    /// <summary>Alerts with the same fingerprint are about the same trouble, e.g. <c>event-failed:model/unusable-answer</c>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What has happened, one line.</summary>
    public required string Title { get; init; }

    /// <summary>What was wrong, as the failure says it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What to do about it.</summary>
    public string Action { get; init; } = "";

    /// <summary>The event concerned; empty when it is about a provider or the store.</summary>
    public string EventId { get; init; } = "";

    /// <summary>True when this says that the trouble with this fingerprint is over.</summary>
    public bool IsAllClear { get; init; }
}
