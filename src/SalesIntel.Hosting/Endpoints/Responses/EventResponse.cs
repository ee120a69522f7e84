namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The body of <c>/debug/events/{event_id}</c>.</summary>
internal sealed record EventResponse
{
    public required string EventId { get; init; }

    public required string Source { get; init; }

    public required string EventType { get; init; }

    public required string ExternalId { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Revision { get; init; }

    public required string Status { get; init; }

    public required string Stage { get; init; }

    public string? Lane { get; init; }

    public string? Lead { get; init; }

    public required int Attempts { get; init; }

    public required string LastError { get; init; }

    public required string ErrorClass { get; init; }

    public required bool DryRun { get; init; }

    public bool? Verified { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyDictionary<string, LedgerResponse> Ledger { get; init; }

    public required int PayloadBytes { get; init; }

    public string? Payload { get; init; }
}
