using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What has changed since the calls before: the one thing in a note that depends on other documents.</summary>
/// <param name="At">When the last of them ended, UTC.</param>
/// <param name="Changes">The changes in the order of the framework's elements.</param>
internal sealed record SinceLastCall(DateTimeOffset At, IReadOnlyList<ValueChange> Changes);
