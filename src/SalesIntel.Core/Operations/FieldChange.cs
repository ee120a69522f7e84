namespace SalesIntel.Operations;

/// <summary>A field of the lead that a replay would send to the CRM. Holds personal data.</summary>
/// <param name="Field">The CRM's name of it.</param>
/// <param name="Before">Its value now, see <see cref="BeforeFromCrm"/>; null when it is empty.</param>
/// <param name="After">The value that would be sent.</param>
/// <param name="BeforeFromCrm">True when the CRM said what is there; false when it is what we wrote last.</param>
public sealed record FieldChange(
    string Field,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonNode? After,
    bool BeforeFromCrm);
