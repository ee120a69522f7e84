namespace SalesIntel.Operations;

/// <summary>What became of the replay of one event.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Result">What happened.</param>
/// <param name="ErrorClass">Code of the failure that made it <see cref="ReplayResult.Unreadable"/> or <see cref="ReplayResult.Unverified"/>; else empty.</param>
/// <param name="Error">That failure, without personal data; else empty.</param>
public sealed record ReplayOutcome(string EventId, ReplayResult Result, string ErrorClass = "", string Error = "");
