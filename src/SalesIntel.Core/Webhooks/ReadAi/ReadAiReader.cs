using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads a body: what identifies it, whose it may be, and what it says.</summary>
internal static class ReadAiReader
{
    internal static WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, ReadAiOptions options)
    {
        if (!JsonBody.TryParse(body, out var document, out var root, out var problem))
        {
            return Reading(WebhookKind.Unreadable, "unknown", "", body, problem);
        }

        using (document)
        {
            return Read(ReportScope.Of(root), body, receivedAt, options);
        }
    }

    private static WebhookReading Read(
        (string Id, JsonScope Scope) report, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, ReadAiOptions options)
    {
        var scope = report.Scope;
        var trigger = scope.First("trigger", "event") is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!.Trim().ToLowerInvariant()
            : "";
        var eventType = trigger.Length == 0 ? ReadAiEvents.MeetingEnd : SafeId.IsEventName(trigger) ? trigger : "unknown";
        var sessionId = SafeId.Of(report.Id);

        WebhookReading Of(WebhookKind kind, string reason, Meeting? meeting = null) =>
            Reading(kind, eventType, sessionId, body, reason, meeting);

        if (report.Id.Equals(ReadAiEvents.TestSession, StringComparison.OrdinalIgnoreCase))
        {
            return Of(WebhookKind.Ignore, "test request");
        }

        if (trigger == ReadAiEvents.MeetingStart)
        {
            return Of(WebhookKind.Ignore, ReadAiEvents.MeetingStart);
        }

        var meeting = MeetingReader.Read(scope, sessionId);
        var hasReport = HasReport(meeting);
        if (sessionId.Length == 0)
        {
            // A ping has a name or a number, but nothing to tell; a report without an id is kept for a person.
            var ping = !hasReport && (trigger.Length > 0 || scope.First("request_id").Text().Length > 0);
            return ping
                ? Of(WebhookKind.Ignore, "test request")
                : Of(WebhookKind.Unreadable, "session_id (or meeting_id) is missing");
        }

        if (!hasReport && trigger != ReadAiEvents.MeetingEnd)
        {
            return trigger.Length == 0
                ? Of(WebhookKind.Unreadable, "there is neither a trigger nor a report")
                : Of(
                    WebhookKind.Ignore,
                    eventType == "unknown" ? "unknown event" : $"event '{eventType}' is not processed");
        }

        // Read in any case: a person may replay what was ignored.
        var tooShort = meeting.Duration is { } duration && duration < options.MinDuration ? TooShort(duration, options.MinDuration) : "";
        return Of(tooShort.Length > 0 ? WebhookKind.Ignore : WebhookKind.Process, tooShort, meeting) with
        {
            Route = new LeadRoute.Candidates
            {
                People = meeting.Attendees,
                Owner = meeting.Owner,
                Speakers = [.. meeting.Transcript.Select(Speaker).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
                At = meeting.Hour,
                InternalOnly = options.InternalOnly,
            },
            Facts =
            [
                new MeetingHeld
                {
                    At = meeting.End ?? meeting.Start ?? receivedAt,
                    SessionId = sessionId,
                    AcceptedAt = receivedAt,
                    Start = meeting.Start,
                },
            ],
            Document = new MeetingDocument(meeting, receivedAt),
        };
    }

    private static string Speaker(TranscriptTurn turn) => turn.Remark.Length > 0 ? $"{turn.Speaker} ({turn.Remark})" : turn.Speaker;

    private static string TooShort(TimeSpan duration, TimeSpan least) => string.Create(
        CultureInfo.InvariantCulture,
        $"the meeting took {Counted.Of(Math.Floor(duration.TotalMinutes * 10) / 10, "minute", "0.#")}, less than {least.TotalMinutes:0.##}");

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
        var what = eventType == ReadAiEvents.MeetingStart ? ReadAiEvents.MeetingStart : ReadAiEvents.MeetingCompleted;
        return new WebhookReading
        {
            Kind = kind,
            EventType = eventType,
            ExternalId = id,
            IdempotencyKey = $"{ReadAiSource.SourceName}:{what}:{id}",
            Revision = meeting is null ? Digest.Of(body.Span, 16) : MeetingRevision.Of(meeting),
            Reason = reason,
        };
    }
}
