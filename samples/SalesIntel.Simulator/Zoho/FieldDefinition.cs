namespace SalesIntel.Simulator;

/// <summary>A field of the simulated organisation.</summary>
internal sealed record FieldDefinition(string ApiName, string DataType, string JsonType, int Length)
{
    public bool Mandatory { get; init; }

    public bool ReadOnly { get; init; }

    public bool Custom { get; init; }

    /// <summary>small, large or rich_text for a textarea.</summary>
    public string? TextareaType { get; init; }

    public IReadOnlyList<string> Picklist { get; init; } = [];

    public static FieldDefinition Text(string name, int length) => new(name, "text", "string", length);

    public static FieldDefinition Area(string name, int length) =>
        new(name, "textarea", "string", length) { TextareaType = length > 2000 ? "large" : "small" };

    public static FieldDefinition OfType(string name, string dataType, int length) => new(name, dataType, "string", length);

    public static FieldDefinition Choice(string name, params string[] values) =>
        new(name, "picklist", "string", 120) { Picklist = ["-None-", .. values] };
}
