using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Testing;

/// <summary>What a lead would look like after the messages of a preview. Holds personal data.</summary>
/// <param name="Lead">The lead as its facts make it.</param>
/// <param name="CrmFields">What the CRM would hold, by the CRM's names and in its forms, in the order of the catalogue.</param>
/// <param name="Notes">The notes that a rep would find at the lead.</param>
/// <param name="Tasks">The tasks that would be made.</param>
public sealed record PreviewedLead(Lead Lead, JsonObject CrmFields, IReadOnlyList<CrmNote> Notes, IReadOnlyList<CrmTask> Tasks)
{
    /// <summary>Names of the fields that have a value and no place in the CRM, in the order of the catalogue: the mapping has no name for
    /// them, so that they are in the note at most.</summary>
    public IReadOnlyList<string> Unmapped { get; init; } = [];
}
