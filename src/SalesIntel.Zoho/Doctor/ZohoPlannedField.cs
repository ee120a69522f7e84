namespace SalesIntel.Zoho.Doctor;

/// <summary>What is to be made in Zoho's setup so that a value has a place.</summary>
public sealed record ZohoPlannedField
{
    /// <summary>API name of the field. Zoho makes it from the label, with an underscore for a space.</summary>
    public required string ApiName { get; init; }

    /// <summary>The label to enter.</summary>
    public required string Label { get; init; }

    /// <summary>Zoho's data type, e.g. <c>text</c>, <c>textarea</c>, <c>datetime</c>, <c>picklist</c>.</summary>
    public required string DataType { get; init; }

    /// <summary>How many characters it must take; 0 for a type without a length.</summary>
    public int Length { get; init; }

    /// <summary>The values of a picklist: all of a new one, of another those that it lacks.</summary>
    public IReadOnlyList<string> PicklistValues { get; init; } = [];

    /// <summary>True when the field is to be created; false when it is there and lacks values, or is only not named by its variable.</summary>
    public bool IsNew { get; init; }

    /// <summary>The variable to set to the API name; null when it is set. Such a field is not needed: what it would hold is not written without
    /// it.</summary>
    public string? Variable { get; init; }
}
