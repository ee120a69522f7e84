namespace SalesIntel.Crm;

/// <summary>A write to a lead that was not made.</summary>
/// <param name="LeadId">The CRM's id, or one that stands for a lead that does not exist yet.</param>
/// <param name="Creates">True when the lead would have been created; null when only the CRM could tell and did not answer.</param>
/// <param name="Fields">The fields in the order of writing.</param>
internal sealed record RecordedLeadWrite(string LeadId, bool? Creates, IReadOnlyList<RecordedField> Fields);
