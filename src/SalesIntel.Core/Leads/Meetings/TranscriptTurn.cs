namespace SalesIntel.Leads;

/// <summary>One utterance of a transcript.</summary>
/// <param name="Speaker">The speaker's name, without brackets, markdown, company and role; empty when unknown. Two speakers of one name
/// have their companies behind it.</param>
/// <param name="Text">What was said, untrusted text.</param>
/// <param name="At">When it was said, UTC; null when that is not known.</param>
public sealed record TranscriptTurn(string Speaker, string Text, DateTimeOffset? At)
{
    /// <summary>What stands beside the speaker's name in the transcript, such as a company or a role; several remarks are separated by
    /// <c>|</c>. May be empty.</summary>
    /// <remarks>Not part of the turn's JSON: it would make another revision of every meeting that is known.</remarks>
    [JsonIgnore]
    public string Remark { get; init; } = "";
}
