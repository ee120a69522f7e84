namespace SalesIntel.Leads;

/// <summary>One statement behind a value, with the words that support it.</summary>
public sealed record Claim
{
    /// <summary>What is claimed; empty when it is the value itself.</summary>
    public string Text { get; init; } = "";

    /// <summary>The document's own words; when <see cref="ClaimSupport.Supported"/> they are cut from the document itself.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Who said it; empty when unknown or written in a form.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Number of the turn of the transcript, from 1; null outside of a transcript.</summary>
    public int? Turn { get; init; }

    /// <summary>When it was said, UTC; null when the turn has no time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The question of the form that was answered; empty outside of a form.</summary>
    public string Question { get; init; } = "";

    /// <summary>Whether the words were found in the document and say what is claimed.</summary>
    public ClaimSupport Support { get; init; }

    /// <summary>True when the speaker was not sure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Hedged { get; init; }

    /// <summary>True when another claim of the same document says something else, without taking this one back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Contradicted { get; init; }

    /// <summary>True when it was corrected later in the same document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Superseded { get; init; }

    /// <summary>The words that this claim corrects; null when it corrects nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Corrects { get; init; }

    /// <summary>True when it may stand for the value: not unsupported, not hedged, neither contradicted nor corrected.</summary>
    [JsonIgnore]
    public bool IsStanding => Support != ClaimSupport.Unsupported && this is { Hedged: false, Contradicted: false, Superseded: false };
}
