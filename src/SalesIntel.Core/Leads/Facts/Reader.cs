using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>Who read values out of a document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reader>))]
public enum Reader
{
    /// <summary>Nobody: a preview that asks no model.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Rules.</summary>
    [JsonStringEnumMemberName("rules")]
    Rules,

    /// <summary>A language model.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
