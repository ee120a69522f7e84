namespace SalesIntel.Crm;

/// <summary>A field of a write that was not made.</summary>
/// <param name="Name">The CRM's name of the field.</param>
/// <param name="Value">The value in the CRM's form; null clears it.</param>
/// <param name="Before">What the CRM holds; null when that is nothing, or not known.</param>
/// <param name="IsBeforeKnown">True when the CRM has said what it holds.</param>
internal sealed record RecordedField(string Name, JsonNode? Value, JsonNode? Before, bool IsBeforeKnown);
