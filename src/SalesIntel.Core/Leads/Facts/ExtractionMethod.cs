namespace SalesIntel.Leads;

/// <summary>How values were extracted from a document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExtractionMethod>))]
public enum ExtractionMethod
{
    /// <summary>Not at all: a preview that asks no model.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>By rules.</summary>
    [JsonStringEnumMemberName("rules")]
    Rules,

    /// <summary>By a language model.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
