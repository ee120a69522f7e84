using System.Text.Json.Serialization;

namespace SalesIntel.Evaluation.Cases;

/// <summary>Kinds of documents that are counted apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseClass>))]
internal enum CaseClass
{
    /// <summary>A call or a booking in which there is something to find.</summary>
    [JsonStringEnumMemberName("sales")]
    Sales,

    /// <summary>A sales call in which nothing is said that qualifies the deal.</summary>
    [JsonStringEnumMemberName("nothing")]
    Nothing,

    /// <summary>Talk that sells nothing.</summary>
    [JsonStringEnumMemberName("negative")]
    Negative,
}
