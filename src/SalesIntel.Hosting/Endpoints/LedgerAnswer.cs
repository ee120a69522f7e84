namespace SalesIntel.Hosting.Endpoints;

/// <summary>One effect of an event.</summary>
internal sealed record LedgerAnswer(string State, DateTimeOffset At, string Reference, string Detail);
