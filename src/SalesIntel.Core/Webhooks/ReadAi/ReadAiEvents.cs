namespace SalesIntel.Webhooks.ReadAi;

/// <summary>The names of Read.ai's triggers, and what our keys call them.</summary>
internal static class ReadAiEvents
{
    internal const string MeetingStart = "meeting_start";
    internal const string MeetingEnd = "meeting_end";

    /// <summary>A meeting that has ended, whatever trigger its report came with, in the keys under which it is stored.</summary>
    internal const string MeetingCompleted = "meeting_completed";

    /// <summary>What the "Send test request" button of the dashboard sends as the session's id.</summary>
    internal const string TestSession = "SESSIONID";
}
