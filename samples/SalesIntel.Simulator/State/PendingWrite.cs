namespace SalesIntel.Simulator;

/// <summary>What one record of a write request did, before it has a place in the log.</summary>
internal sealed record PendingWrite(string Kind, string? LeadId, string? Email, IReadOnlyList<string> Fields, string Outcome, bool Committed);
