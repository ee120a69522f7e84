namespace SalesIntel.Hosting.Commands.Events;

/// <summary>A field that would be sent, as it is printed.</summary>
internal sealed record FieldView(
    string Field,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? After,
    bool BeforeFromCrm);
