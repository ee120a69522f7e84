namespace SalesIntel.Crm;

/// <summary>A field that is to be written.</summary>
/// <param name="Field">What is sent.</param>
/// <param name="Name">The CRM's name of the field.</param>
/// <param name="Value">What is remembered as written: our value in the CRM's form; null clears it.</param>
/// <param name="Entry">The dated entry that is added; null where the value is replaced.</param>
internal sealed record FieldWrite(PatchField Field, string Name, JsonNode? Value, string? Entry = null);
