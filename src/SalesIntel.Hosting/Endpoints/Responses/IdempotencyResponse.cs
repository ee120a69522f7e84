namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The body of <c>/debug/idem/{idempotency_key}</c>; without status when the event itself has expired.</summary>
internal sealed record IdempotencyResponse(string EventId, string? Status);
