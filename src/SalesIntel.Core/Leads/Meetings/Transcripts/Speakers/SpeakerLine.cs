namespace SalesIntel.Leads;

/// <summary>What a line of a transcript says about the speaker and the time, if it is what it looks like.</summary>
internal readonly record struct SpeakerLine
{
    internal required SpeakerForm Form { get; init; }

    /// <summary>The speaker; none in the forms that have only a time.</summary>
    internal SpeakerName Name { get; init; }

    /// <summary>The time that the line states.</summary>
    internal TranscriptTime Time { get; init; }

    /// <summary>Where in the line the speaker's words begin.</summary>
    internal int WordsAt { get; init; }

    /// <summary>Where in the line the words begin if only the time is what it looks like; -1 when the line does not begin with a time.
    /// </summary>
    internal int WordsAfterTime { get; init; }

    /// <summary>True when the time at the beginning is in brackets.</summary>
    internal bool IsTimeBracketed { get; init; }

    /// <summary>True when the line is an item of a list.</summary>
    internal bool IsBullet { get; init; }

    /// <summary>True in the forms that end the name with a colon.</summary>
    internal bool HasColon => Form <= SpeakerForm.TimedColon;

    /// <summary>True in the forms that have no name.</summary>
    internal bool IsOnlyTime => Form is SpeakerForm.Timed or SpeakerForm.TimeLine;
}
