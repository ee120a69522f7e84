using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What is to be written to a lead.</summary>
public sealed record CrmLeadWrite
{
    /// <summary>The CRM's id; null = find or create by <see cref="LeadPatch.Email"/>.</summary>
    public string? LeadId { get; init; }

    /// <summary>Only the fields that are to change; an empty value clears a field. What a person has entered has been compared already: every
    /// field is to be written whatever its policy. One with <see cref="WritePolicy.AppendDated"/> holds what is in the CRM and an entry at its
    /// end: where that is too long it is left out, for what is there is not ours to cut. Without an id all the fields are there that a new lead
    /// must have.</summary>
    public required LeadPatch Patch { get; init; }
}
