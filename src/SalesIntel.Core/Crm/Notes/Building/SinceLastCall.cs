namespace SalesIntel.Crm;

/// <summary>What has changed since the call before: the one thing in a note that depends on another document.</summary>
/// <param name="At">When the call before ended, UTC.</param>
/// <param name="Changes">The changes in the order of the framework's elements.</param>
internal sealed record SinceLastCall(DateTimeOffset At, IReadOnlyList<ElementChange> Changes);
