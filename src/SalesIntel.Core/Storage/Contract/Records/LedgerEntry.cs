namespace SalesIntel.Storage.Contract;

/// <summary>One effect of an event.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="At">When that was recorded, UTC.</param>
/// <param name="Reference">Id of what was made: a lead's, note's or task's id; empty if none.</param>
/// <param name="Detail">JSON or a short text: fields written, issues, in dry run the whole that would be written.</param>
public sealed record LedgerEntry(LedgerState State, DateTimeOffset At, string Reference = "", string Detail = "");
