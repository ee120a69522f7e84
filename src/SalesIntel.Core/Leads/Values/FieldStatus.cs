namespace SalesIntel.Leads;

/// <summary>Whether a document states a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldStatus>))]
public enum FieldStatus
{
    /// <summary>The source says nothing about it.</summary>
    [JsonStringEnumMemberName("absent")]
    Absent,

    /// <summary>The source states a value.</summary>
    [JsonStringEnumMemberName("found")]
    Found,

    /// <summary>What the source says is hedged or contradicts itself: shown to people, written to no field.</summary>
    [JsonStringEnumMemberName("ambiguous")]
    Ambiguous,
}
