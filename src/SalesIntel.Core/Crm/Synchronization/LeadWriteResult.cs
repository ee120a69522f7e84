using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>What is in the CRM after a write.</summary>
/// <param name="LeadId">The CRM's id of the lead.</param>
/// <param name="Written">All values that we have written to it.</param>
/// <param name="OtherForms">What the CRM may show in place of it, see <see cref="LeadRecord.OtherForms"/>.</param>
/// <param name="Sent">The CRM's names of the fields that it took now; empty when nothing had to be sent.</param>
/// <param name="Issues">What was not taken as it was, without values.</param>
/// <param name="IsSimulated">True when the write was only recorded.</param>
internal sealed record LeadWriteResult(
    string LeadId,
    JsonObject Written,
    JsonObject OtherForms,
    IReadOnlyList<string> Sent,
    IReadOnlyList<string> Issues,
    bool IsSimulated = false)
{
    /// <summary>The CRM's names of the fields that were left as they are, because somebody has changed them in the CRM: a person, or a workflow
    /// there.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What the CRM was seen to hold; null when it was not asked, or something else may be there by now.</summary>
    public LeadLook? Look { get; init; }

    /// <summary>What is kept about the lead from now on.</summary>
    public LeadUpdate ToUpdate(LeadKey lead, string email) =>
        new() { Key = lead, Email = email, CrmId = LeadId, Written = Written, OtherForms = OtherForms };

    /// <summary>True when something was written that the CRM now shows.</summary>
    public bool IsInCrm => Sent.Count > 0 && !IsSimulated;
}
