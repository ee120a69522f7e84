namespace SalesIntel.Crm;

/// <summary>A value under the CRM's own name and in the CRM's own form.</summary>
/// <param name="Name">The CRM's name of the field. Everybody else treats it as opaque: what was written is remembered by it, so that a field
/// must keep its name for as long as leads are kept.</param>
/// <param name="Value">The value; null clears the field.</param>
public sealed record CrmValue(string Name, JsonNode? Value);
