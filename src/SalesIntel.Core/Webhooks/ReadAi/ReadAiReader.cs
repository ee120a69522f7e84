using System.Globalization;
using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads a body once for both: what identifies it, and what it says.</summary>
internal static class ReadAiReader
{
    private const string MeetingStart = "meeting_start";
    private const string MeetingEnd = "meeting_end";

    // What the "Send test request" button of the dashboard sends as the session's id.
    private const string TestSession = "SESSIONID";

    internal static (WebhookReading Reading, Meeting? Meeting) Read(ReadOnlyMemory<byte> body, TimeSpan minDuration)
    {
        if (!JsonBody.TryParse(body, out var document, out var problem))
        {
            return (Reading(WebhookKind.Unreadable, "unknown", "", body, problem), null);
        }

        using (document)
        {
            return Read(ReportScope.Of(document.RootElement), body, minDuration);
        }
    }

    private static (WebhookReading Reading, Meeting? Meeting) Read(
        ReportScope scope,
        ReadOnlyMemory<byte> body,
        TimeSpan minDuration)
    {
        var trigger = scope.First("trigger", "event") is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!.Trim().ToLowerInvariant()
            : "";
        var eventType = trigger.Length == 0 ? MeetingEnd : SafeId.IsEventName(trigger) ? trigger : "unknown";
        var sessionId = SafeId.Of(scope.Id);

        (WebhookReading, Meeting?) Without(WebhookKind kind, string reason) =>
            (Reading(kind, eventType, sessionId, body, reason), null);

        if (scope.Id.Equals(TestSession, StringComparison.OrdinalIgnoreCase))
        {
            return Without(WebhookKind.Ignore, "test request");
        }

        if (trigger == MeetingStart)
        {
            return Without(WebhookKind.Ignore, MeetingStart);
        }

        var meeting = MeetingReader.Read(scope, sessionId);
        var hasReport = HasReport(meeting);
        if (sessionId.Length == 0)
        {
            // A ping has a name or a number, but nothing to tell; a report without an id is kept for a person.
            var ping = !hasReport && (trigger.Length > 0 || scope.First("request_id").Text().Length > 0);
            return ping
                ? Without(WebhookKind.Ignore, "test request")
                : Without(WebhookKind.Unreadable, "session_id (or meeting_id) is missing");
        }

        if (!hasReport && trigger != MeetingEnd)
        {
            return trigger.Length == 0
                ? Without(WebhookKind.Unreadable, "there is neither a trigger nor a report")
                : Without(
                    WebhookKind.Ignore,
                    eventType == "unknown" ? "unknown event" : $"event '{eventType}' is not processed");
        }

        var reading = Reading(WebhookKind.Process, eventType, sessionId, body, "", meeting);
        return meeting.Duration is { } duration && duration < minDuration
            ? (reading with { Kind = WebhookKind.Ignore, Reason = TooShort(duration, minDuration) }, meeting)
            : (reading, meeting);
    }

    private static string TooShort(TimeSpan duration, TimeSpan least) => string.Create(
        CultureInfo.InvariantCulture,
        $"the meeting took {Math.Floor(duration.TotalMinutes * 10) / 10:0.#} minutes, less than {least.TotalMinutes:0.##}");

    private static bool HasReport(Meeting meeting) =>
        meeting.Transcript.Count > 0 || meeting.Summary.Length > 0 || meeting.Attendees.Count > 0
        || meeting.ActionItems.Count > 0 || meeting.KeyQuestions.Count > 0 || meeting.Topics.Count > 0
        || meeting.Chapters.Count > 0;

    private static WebhookReading Reading(
        WebhookKind kind,
        string eventType,
        string sessionId,
        ReadOnlyMemory<byte> body,
        string reason,
        Meeting? meeting = null)
    {
        var id = sessionId.Length > 0 ? sessionId : Digest.Of(body.Span, 32);

        // The start of a meeting has a key of its own: under the end's key it would be there first, as another state of it.
        var what = eventType == MeetingStart ? MeetingStart : "meeting_completed";
        return new WebhookReading
        {
            Kind = kind,
            EventType = eventType,
            ExternalId = id,
            IdempotencyKey = $"readai:{what}:{id}",
            Revision = meeting is null ? Digest.Of(body.Span, 16) : MeetingRevision.Of(meeting),
            Reason = reason,
        };
    }
}
