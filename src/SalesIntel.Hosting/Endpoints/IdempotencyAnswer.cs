namespace SalesIntel.Hosting.Endpoints;

/// <summary>What <c>/debug/idem/{idempotency_key}</c> says; no status when the event itself is no longer kept.</summary>
internal sealed record IdempotencyAnswer(string EventId, string? Status);
