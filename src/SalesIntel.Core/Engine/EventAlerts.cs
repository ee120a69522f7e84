using SalesIntel.Alerts;
using SalesIntel.Extraction;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Makes the alerts about events.</summary>
internal static class EventAlerts
{
    /// <summary>Code of the failure of a webhook whose body could not be read.</summary>
    public const string UnreadableClass = "event/unreadable";

    /// <summary>What to tell of an event that was set aside, as the store holds it.</summary>
    public static Alert OfDeadLetter(WebhookEvent stored) => stored.ErrorClass == UnreadableClass
        ? OfUnreadable(stored.Source, stored.LastError, stored.EventId)
        : new Alert
        {
            Fingerprint = $"event-failed:{stored.ErrorClass}",
            Title = $"A {stored.Source} event ({stored.EventType}) failed in stage {stored.Stage.ToString().ToLowerInvariant()}",
            Detail = $"{stored.ErrorClass}: {stored.LastError}",
            Action = "Correct the cause, then replay the event. What was done for it is not done again.",
            EventId = stored.EventId,
        };

    /// <summary>What to tell of extraction that waits for the next day. The same for each event: one incident.</summary>
    public static Alert OfBudget(ProviderException failure) => new()
    {
        Fingerprint = $"{failure.Provider}:{failure.Code}",
        Title = failure.Code == ModelBudget.Spent
            ? "Extraction waits: the model's budget of today is used up"
            : "Some extraction waits: what is left of the model's budget of today is for what is needed sooner",
        Detail = failure.Message,
        Action = "Facts go on, and no attempt is used up. Raise the budget, or look with 'events show' at what used so much.",
    };

    /// <summary>What to tell of a webhook whose body could not be read.</summary>
    public static Alert OfUnreadable(string source, string reason, string eventId) => new()
    {
        Fingerprint = $"unreadable:{source}",
        Title = $"A {source} webhook could not be read",
        Detail = reason,
        Action = "It is kept with its body. Look at it, and replay it once the reader understands it.",
        EventId = eventId,
    };
}
