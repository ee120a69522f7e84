namespace SalesIntel.Leads;

/// <summary>Whether the words behind a claim were found in the document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimSupport>))]
public enum ClaimSupport
{
    /// <summary>There was nothing to look in, e.g. a meeting without transcript.</summary>
    [JsonStringEnumMemberName("unchecked")]
    Unchecked,

    /// <summary>The words are in the document; speaker, turn and time are the document's.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>The words are missing or not in the document. The claim belongs in no field of a CRM.</summary>
    [JsonStringEnumMemberName("unsupported")]
    Unsupported,
}
