namespace SalesIntel.Hosting.Commands.Events;

/// <summary>One effect of an event, as it is printed.</summary>
internal sealed record LedgerView(string Effect, string State, DateTimeOffset At, string Reference, JsonNode? Detail);
