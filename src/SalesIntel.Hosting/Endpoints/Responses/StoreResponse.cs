namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The status of the store.</summary>
internal sealed record StoreResponse(
    string Kind, string Version, long LanesWaiting, long DeadLetters, double? OldestDueSecondsAgo)
{
    public static StoreResponse From(StoreStatus status, DateTimeOffset now) => new(
        status.Kind,
        status.Version,
        status.LanesWaiting,
        status.DeadLetters,
        status.OldestDue is { } since ? Math.Round((now - since).TotalSeconds, 1) : null);
}
