using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What has changed since the calls before, and what these told: the one thing in a note that depends on other documents.</summary>
/// <param name="At">When the last of them ended, UTC.</param>
/// <param name="Changes">The changes in the order of the framework's elements.</param>
internal sealed record SinceLastCall(DateTimeOffset At, IReadOnlyList<ValueChange> Changes)
{
    /// <summary>What they told and this one does not tell itself.</summary>
    public LeadValues Known { get; init; } = LeadValues.Empty;
}
