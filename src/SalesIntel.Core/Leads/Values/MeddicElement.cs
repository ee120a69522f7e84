using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>One element of MEDDIC with the words that support it.</summary>
public sealed record MeddicElement
{
    /// <summary>The element of which nothing is known.</summary>
    public static MeddicElement Empty { get; } = new();

    /// <summary>What is known, as text; empty when the meeting does not tell.</summary>
    [JsonPropertyName("value")]
    public string Value { get; init => field = value ?? ""; } = "";

    /// <summary>What was said, verbatim; when <see cref="Grounding.Confirmed"/> it is cut from the transcript itself.</summary>
    [JsonPropertyName("quote")]
    public string Quote { get; init => field = value ?? ""; } = "";

    /// <summary>Who said it, from the turn where the quote was found; else empty.</summary>
    [JsonPropertyName("speaker")]
    public string Speaker { get; init => field = value ?? ""; } = "";

    /// <summary>Number of the turn, from 1; where the quote was not found, the turn that the model named.</summary>
    [JsonPropertyName("turn")]
    public int? Turn { get; init; }

    /// <summary>Whether the quote was found in the transcript.</summary>
    [JsonPropertyName("grounding")]
    public Grounding Grounding { get; init; }

    /// <summary>When it was said, UTC; null when the turn has no time or the quote was not found.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }
}
