namespace SalesIntel.Leads;

/// <summary>A recorded meeting as one Read.ai message (native or flat) shows it.</summary>
public sealed record Meeting
{
    /// <summary>Read.ai's <c>session_id</c> (or the flat shape's <c>meeting_id</c>): the meeting's identity.</summary>
    public required string SessionId { get; init; }

    /// <summary>The meeting's title; calendar title or one made up by Read.ai.</summary>
    public string Title { get; init; } = "";

    /// <summary>Actual start, UTC; null when unknown.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>About when it began, by which its booking is found: the start, else what tells the hour in its place; null when nothing does.
    /// </summary>
    internal DateTimeOffset? Hour { get; init; }

    /// <summary>Actual end, UTC; null when unknown.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Length, from start and end or from <c>duration_minutes</c>; null when unknown.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Owner of the report; may be an external person.</summary>
    public MeetingAttendee? Owner { get; init; }

    /// <summary>Participants in the order received.</summary>
    public IReadOnlyList<MeetingAttendee> Attendees { get; init; } = [];

    /// <summary>Read.ai's summary; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Action items, one text each.</summary>
    public IReadOnlyList<string> ActionItems { get; init; } = [];

    /// <summary>Key questions, one text each.</summary>
    public IReadOnlyList<string> KeyQuestions { get; init; } = [];

    /// <summary>Topics, one text each.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Chapters of the meeting with their descriptions.</summary>
    public IReadOnlyList<MeetingChapter> Chapters { get; init; } = [];

    /// <summary>The recording's (native: the report's) URL; may be empty.</summary>
    public string RecordingUrl { get; init; } = "";

    /// <summary><c>zoom</c>, <c>meet</c>, <c>teams</c> or another; may be empty.</summary>
    public string Platform { get; init; } = "";

    /// <summary>What was said, in order; empty when there is no transcript.</summary>
    public IReadOnlyList<TranscriptTurn> Transcript { get; init; } = [];

    /// <summary>Addresses of those who hold the demo as the lead's bookings say; the report itself does not tell them.</summary>
    internal IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What was not recognised in the report.</summary>
    /// <remarks>Not part of the meeting's JSON: what a reader of today does not recognise says nothing about the report, and must not make
    /// another revision of it.</remarks>
    [JsonIgnore]
    public IReadOnlyList<MeetingIssue> Issues { get; init; } = [];
}
