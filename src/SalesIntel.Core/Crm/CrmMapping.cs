namespace SalesIntel.Crm;

/// <summary>Mappings that need no CRM.</summary>
public static class CrmMapping
{
    /// <summary>Every field under its own name, its value as text: for a CRM that takes our names, and where there is none.</summary>
    public static ICrmMapping ByName { get; } = new FieldNames();

    private sealed class FieldNames : ICrmMapping
    {
        public CrmValue? Map(PatchField field)
        {
            ArgumentNullException.ThrowIfNull(field);
            return new CrmValue(field.Field.Name, field.Value.Length > 0 ? JsonValue.Create(field.Value) : null);
        }

        public bool IsSame(string name, JsonNode? left, JsonNode? right) => left?.ToString() == right?.ToString();
    }
}
