using SalesIntel.Zoho.Doctor;

namespace SalesIntel.SampleHost.Doctor;

/// <summary>A field of Zoho to create or to complete, as it is printed.</summary>
internal sealed record PlannedFieldView(
    string ApiName, string Label, string Type, int Length, IReadOnlyList<string> PicklistValues, bool IsNew, string? Variable)
{
    public static PlannedFieldView Of(ZohoPlannedField field) =>
        new(field.ApiName, field.Label, field.DataType, field.Length, field.PicklistValues, field.IsNew, field.Variable);
}
