using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>Whether the quote that supports a value was found in the transcript.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grounding>))]
public enum Grounding
{
    /// <summary>Nothing to confirm: no value, or no transcript to look in.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The quote was found; speaker, turn and time are the transcript's.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>There is a transcript, and the value has no quote or one that is not in it. Belongs in no CRM field.</summary>
    [JsonStringEnumMemberName("unconfirmed")]
    Unconfirmed,
}
