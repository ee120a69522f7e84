using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>Whether a document tells a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldStatus>))]
public enum FieldStatus
{
    /// <summary>Nothing is told.</summary>
    [JsonStringEnumMemberName("absent")]
    Absent,

    /// <summary>A value is told.</summary>
    [JsonStringEnumMemberName("found")]
    Found,

    /// <summary>Something is told that is hedged or contradicts itself: shown to people, written to no field.</summary>
    [JsonStringEnumMemberName("ambiguous")]
    Ambiguous,
}
