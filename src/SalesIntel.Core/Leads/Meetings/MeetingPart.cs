namespace SalesIntel.Leads;

/// <summary>A part of a report of a meeting.</summary>
public enum MeetingPart
{
    /// <summary>When the meeting began.</summary>
    Start,

    /// <summary>What was said.</summary>
    Transcript,
}
