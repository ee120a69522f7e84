namespace SalesIntel.Zoho.Client;

/// <summary>What Zoho says about a field, https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html.</summary>
public sealed record ZohoField
{
    /// <summary>The name by which records have it.</summary>
    [JsonPropertyName("api_name")]
    public string? ApiName { get; init; }

    /// <summary>What people call it.</summary>
    [JsonPropertyName("field_label")]
    public string? Label { get; init; }

    /// <summary>E.g. <c>text</c>, <c>picklist</c>, <c>datetime</c>.</summary>
    [JsonPropertyName("data_type")]
    public string? DataType { get; init; }

    /// <summary>How many characters or digits it takes.</summary>
    [JsonPropertyName("length")]
    public int? Length { get; init; }

    /// <summary>How many digits it has after the point.</summary>
    [JsonPropertyName("decimal_place")]
    public int? DecimalPlaces { get; init; }

    /// <summary>True when no record can be without it.</summary>
    [JsonPropertyName("system_mandatory")]
    public bool? IsMandatory { get; init; }

    /// <summary>True when the user of the token may not change it.</summary>
    [JsonPropertyName("read_only")]
    public bool? ReadOnly { get; init; }

    /// <summary>True when nobody may change it.</summary>
    [JsonPropertyName("field_read_only")]
    public bool? FieldReadOnly { get; init; }

    /// <summary>What may be done with it over the API.</summary>
    [JsonPropertyName("operation_type")]
    public ZohoFieldOperations? Operations { get; init; }

    /// <summary>The values of a picklist.</summary>
    [JsonPropertyName("pick_list_values")]
    public IReadOnlyList<ZohoPicklistValue>? PicklistValues { get; init; }

    /// <summary>True when no two records may hold the same value.</summary>
    [JsonIgnore]
    public bool IsUnique => Unique is { ValueKind: JsonValueKind.Object } rule && rule.EnumerateObject().Any();

    /// <summary>True for text with formats: lists and searches show no more than its first 500 characters.</summary>
    [JsonIgnore]
    public bool IsRichText => TextArea is { ValueKind: JsonValueKind.Object } area
        && area.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("rich_text");

    /// <summary>False for a field that the user does not see.</summary>
    [JsonInclude]
    [JsonPropertyName("visible")]
    internal bool? IsVisible { get; init; }

    [JsonInclude]
    [JsonPropertyName("textarea")]
    internal JsonElement? TextArea { get; init; }

    // Empty for a field that is not unique.
    [JsonInclude]
    [JsonPropertyName("unique")]
    internal JsonElement? Unique { get; init; }

    /// <summary>True when a write to it can succeed.</summary>
    /// <param name="update">True for an update, false for a creation.</param>
    public bool CanWrite(bool update) =>
        ReadOnly != true && FieldReadOnly != true
        && (update ? Operations?.ApiUpdate != false : Operations is not { ApiCreate: false, ApiUpdate: false });
}
