using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>What the store says about itself.</summary>
internal sealed record StoreAnswer(
    string Kind, string Version, long LanesWaiting, long DeadLetters, double? OldestDueSecondsAgo)
{
    public static StoreAnswer From(StoreStatus status, DateTimeOffset now) => new(
        status.Kind,
        status.Version,
        status.LanesWaiting,
        status.DeadLetters,
        status.OldestDue is { } since ? Math.Round((now - since).TotalSeconds, 1) : null);
}
