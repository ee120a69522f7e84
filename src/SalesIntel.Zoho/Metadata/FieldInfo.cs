using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Metadata;

/// <summary>What Zoho says about a field.</summary>
internal sealed record FieldInfo
{
    [JsonPropertyName("api_name")]
    public string? ApiName { get; init; }

    [JsonPropertyName("data_type")]
    public string? DataType { get; init; }

    [JsonPropertyName("length")]
    public int? Length { get; init; }

    [JsonPropertyName("read_only")]
    public bool? ReadOnly { get; init; }

    [JsonPropertyName("field_read_only")]
    public bool? FieldReadOnly { get; init; }

    [JsonPropertyName("operation_type")]
    public FieldOperations? Operations { get; init; }

    [JsonPropertyName("pick_list_values")]
    public PicklistValue[]? PicklistValues { get; init; }

    /// <summary>False when a write to it can only be refused.</summary>
    public bool CanWrite(bool update) =>
        ReadOnly != true && FieldReadOnly != true
        && (update ? Operations?.ApiUpdate != false : Operations is not { ApiCreate: false, ApiUpdate: false });
}
