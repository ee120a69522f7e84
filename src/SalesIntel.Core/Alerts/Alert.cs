using SalesIntel.Storage.Contract;

namespace SalesIntel.Alerts;

/// <summary>Something that needs a person, or the end of it. Holds no personal data.</summary>
public sealed record Alert
{
    /// <summary>Code of the failure of a webhook whose body could not be read.</summary>
    internal const string UnreadableClass = "event/unreadable";

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

    /// <summary>What to tell of an event that was set aside, as the store holds it.</summary>
    public static Alert OfDeadLetter(WebhookEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.ErrorClass == UnreadableClass
            ? OfUnreadable(stored.Source, stored.LastError, stored.EventId)
            : new Alert
            {
                Fingerprint = $"event-failed:{stored.ErrorClass}",
                Title = $"A {stored.Source} event ({stored.EventType}) failed in stage {stored.Stage.ToString().ToLowerInvariant()}",
                Detail = $"{stored.ErrorClass}: {stored.LastError}",
                Action = "Correct the cause, then replay the event. What was done for it is not done again.",
                EventId = stored.EventId,
            };
    }

    /// <summary>What to tell of a webhook whose body could not be read.</summary>
    internal static Alert OfUnreadable(string source, string reason, string eventId) => new()
    {
        Fingerprint = $"unreadable:{source}",
        Title = $"A {source} webhook could not be read",
        Detail = reason,
        Action = "It is kept with its body. Look at it, and replay it once the reader understands it.",
        EventId = eventId,
    };
}
