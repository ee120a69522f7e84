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

    /// <summary>Whether the words were found in the document.</summary>
    public ClaimSupport Support { get; init; }
}
