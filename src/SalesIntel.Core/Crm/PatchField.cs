using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What one field of a lead should be in the CRM.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value as text in the form of <see cref="LeadField.Kind"/>: a moment as <c>2026-11-19T16:30:00Z</c>, a choice as one
/// of <see cref="LeadField.Choices"/>. Empty when nothing is known: a value that we wrote before is then cleared.</param>
/// <param name="Policy">How the value gets along with what the CRM holds; usually the field's own.</param>
public sealed record PatchField(LeadField Field, string Value, WritePolicy Policy);
