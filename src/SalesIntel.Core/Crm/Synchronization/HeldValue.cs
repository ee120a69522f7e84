namespace SalesIntel.Crm;

/// <summary>What the CRM holds in a field.</summary>
internal static class HeldValue
{
    /// <summary>The value; null when the field is empty, as a CRM may show it: no text or blanks only, a list of nothing, a box that nobody has
    /// ticked.</summary>
    public static JsonNode? Of(JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => null,
        _ when value.GetValueKind() == JsonValueKind.False || string.IsNullOrWhiteSpace(value.ToString()) => null,
        _ => value,
    };
}
