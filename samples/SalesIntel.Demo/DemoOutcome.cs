using SalesIntel.Storage.Contract;

namespace SalesIntel.Demo;

/// <summary>What became of a message of the demo.</summary>
/// <param name="Answer">The response to it.</param>
/// <param name="Event">The event that it became; null when it was not accepted as a new one.</param>
internal sealed record DemoOutcome(DemoAnswer Answer, WebhookEvent? Event)
{
    /// <summary>Where the event stands; empty when there is none.</summary>
    public string Status => Event is null ? "" : Event.Status.ToString().ToLowerInvariant();

    /// <summary>From acceptance to the facts being in the CRM; null when they are not.</summary>
    public TimeSpan? InCrmAfter =>
        Event is not null && Event.Ledger.TryGetValue("facts", out var facts) && facts.State == LedgerState.Done
            ? facts.At - Event.CreatedAt
            : null;
}
