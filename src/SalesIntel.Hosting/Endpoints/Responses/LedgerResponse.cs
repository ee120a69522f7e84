namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>One effect of an event.</summary>
internal sealed record LedgerResponse(string State, DateTimeOffset At, string Reference, string Detail);
