namespace SalesIntel.Doctor;

/// <summary>What is to be set up in a CRM so that a value has a place.</summary>
public sealed record PlannedField
{
    /// <summary>The name that the CRM's API has or will have for the field.</summary>
    public required string Name { get; init; }

    /// <summary>The label to enter.</summary>
    public required string Label { get; init; }

    /// <summary>The CRM's data type, as its API calls it.</summary>
    public required string DataType { get; init; }

    /// <summary>The type as the CRM's own setup calls it, with the length where there is one.</summary>
    public required string TypeText { get; init; }

    /// <summary>How many characters it must take; 0 for a type without a length.</summary>
    public int Length { get; init; }

    /// <summary>The values to choose from: all those of a new field, of another those that it lacks.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True when the field is to be created; false when it is there and lacks values, or is only not named by its variable.</summary>
    public bool IsNew { get; init; }

    /// <summary>The variable to set to the name; null when it is set. Such a field is not needed: what it would hold is not written without
    /// it.</summary>
    public string? Variable { get; init; }
}
