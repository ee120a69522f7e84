namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>One effect of an event; the detail is null when it says nothing.</summary>
internal sealed record LedgerResponse(string State, DateTimeOffset At, string Reference, JsonNode? Detail);
