using SalesIntel.Doctor;

namespace SalesIntel.Hosting.Commands.Doctor;

/// <summary>A field of the CRM to create or to complete, as it is printed.</summary>
internal sealed record PlannedFieldView(
    string ApiName, string Label, string Type, int Length, IReadOnlyList<string> PicklistValues, bool IsNew, string? Variable)
{
    /// <summary>The type as the CRM's own setup calls it.</summary>
    [JsonIgnore]
    public string TypeText { get; private init; } = "";

    public static PlannedFieldView Of(PlannedField field) =>
        new(field.Name, field.Label, field.DataType, field.Length, field.Choices, field.IsNew, field.Variable)
        {
            TypeText = field.TypeText,
        };
}
