using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads a meeting from a report of any of the known shapes.</summary>
internal static partial class MeetingReader
{
    // No meeting lasts longer; a longer one is a wrong unit or a wrong end.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // Of a meeting of which only the end is known.
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(30);

    private static readonly string[] Starts =
    [
        "start_time", "start_time_ms", "datetime", "start", "started_at", "starts_at", "start_at", "meeting_start_time", "scheduled_start_time",
        "scheduled_start", "start_datetime", "date_time", "date", "start_date", "meeting_date", "meeting_time", "recorded_at",
    ];

    private static readonly string[] TextNames =
        ["text", "title", "overview", "summary", "content", "description", "question", "name", "heading", "topic", "item", "task", "value"];

    internal static Meeting Read(JsonScope scope, string sessionId)
    {
        var begins = BeginsOf(scope, out var hasHour);
        var start = WireTime.Read(begins);
        var end = WireTime.Read(scope.First("end_time", "end_time_ms", "end", "ended_at", "meeting_end_time"), start);
        var duration = Between(start, end)
            ?? Length(scope.First("duration_minutes", "duration_in_minutes"), 60)
            ?? Length(scope.First("duration_seconds", "duration_in_seconds"), 1)
            ?? Length(scope.First("duration", "meeting_duration"), 0);
        var summary = scope.First("summary", "overview", "meeting_summary", "executive_summary");
        var owner = AttendeeReader.ReadOne(scope.First("owner", "organizer", "organiser", "recorded_by", "recorder"));
        var attendees = ReportPeople.In(scope);
        var transcript = ReadTranscript(scope, start, attendees.Append(owner));
        return new Meeting
        {
            SessionId = sessionId,
            Title = Line(scope.Line("title", "heading", "meeting_title", "meeting_name", "subject")),
            Start = start,
            Hour = start is not null && hasHour ? start
                : (start is null ? transcript.Turns.Min(turn => turn.At) : null) ?? Before(end, duration ?? UsualLength),
            End = end ?? (start is null || duration is null ? null : Later(start.Value, duration.Value)),
            Duration = duration,
            Owner = owner,
            Attendees = attendees,
            Summary = Nothing.OrText(TextCleaner.Rich(summary.Within(TextNames))),
            ActionItems = Texts(scope.First("action_items", "actions", "next_steps", "tasks"), summary.Get("action_items")),
            KeyQuestions = Texts(scope.First("key_questions", "questions"), summary.Get("key_questions")),
            Topics = Texts(scope.First("topics", "key_topics", "topics_discussed"), summary.Get("topics")),
            Chapters = Chapters(scope.First("chapter_summaries", "chapters", "sections"), summary.Get("chapter_summaries")),
            RecordingUrl = scope.Line("recording_url", "report_url", "share_url", "report_link", "meeting_url"),
            Platform = scope.Line("platform", "meeting_platform"),
            Transcript = transcript.Turns,
            Issues =
            [
                .. StartIssues(begins, start).Select(text => new MeetingIssue(MeetingPart.Start, text)),
                .. transcript.Issues.Select(text => new MeetingIssue(MeetingPart.Transcript, text)),
            ],
        };
    }

    // Some tell the day and the clock apart, and the zone beside them. A day alone tells no hour, and is read as its midnight.
    private static JsonElement BeginsOf(JsonScope scope, out bool hasHour)
    {
        var begins = scope.First(Starts);
        var text = begins.Text().Trim();
        var read = text.Length > 0 ? WireTime.Read(begins) : null;
        var mayBeDay = read?.TimeOfDay == TimeSpan.Zero && !text.Contains(':', StringComparison.Ordinal) && !double.TryParse(text, out _);
        var clock = mayBeDay ? scope.Line("time", "meeting_time") : text;
        var day = mayBeDay ? text : read is null ? scope.Line("date", "start_date", "meeting_date") : "";
        var apart = new JsonObject { ["date"] = day, ["time"] = clock, ["date_time"] = text, ["time_zone"] = scope.Line("time_zone") };
        var whole = JsonElement.Parse(apart.ToJsonString());
        var isWhole = text.Length > 0 && WireTime.Read(whole) is not null;
        hasHour = !mayBeDay || (isWhole && clock.Length > 0);
        return isWhole ? whole : begins;
    }

    private static DateTimeOffset? Before(DateTimeOffset? end, TimeSpan length) =>
        end - DateTimeOffset.MinValue > length ? end - length : null;

    // The first that says who spoke, else the first in which somebody did.
    private static Transcript ReadTranscript(JsonScope scope, DateTimeOffset? start, IEnumerable<MeetingAttendee?> present)
    {
        string[] known = [.. present.OfType<MeetingAttendee>().SelectMany(person => new[] { person.Name, person.Email ?? "" })];
        var people = scope.All(JsonRoles.ListsOfPeople);
        Transcript? found = null;
        foreach (var part in scope.All(JsonRoles.TranscriptNames))
        {
            var read = Transcript.Read(part, start, known, people);
            if (read.Turns.Any(turn => turn.Speaker.Length > 0))
            {
                return read;
            }

            found = found is null || (found.Turns.Count == 0 && read.Turns.Count > 0) ? read : found;
        }

        return found ?? new Transcript();
    }

    // Without the value: a member of that name may hold anything.
    private static IEnumerable<string> StartIssues(JsonElement begins, DateTimeOffset? start)
    {
        if (start is null && begins.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) 
            && (begins.ValueKind is JsonValueKind.Object or JsonValueKind.Array || !Nothing.IsNothing(begins.Text())))
        {
            yield return "The report names a start of the meeting in a form that is not known; it is read without one.";
        }
        else if (start is not null && WireTime.HasUnknownZone(begins))
        {
            yield return "The report names a time zone that is not known; the start of the meeting is read as UTC.";
        }
    }

    private static TimeSpan? Between(DateTimeOffset? start, DateTimeOffset? end) =>
        end - start is { } length && length > TimeSpan.Zero && length <= Longest ? length : null;

    private static TimeSpan? Length(JsonElement value, double seconds)
    {
        var length = double.TryParse(value.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number > 0 && number * seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(Math.Round(number * seconds)) : null
            : DurationText.Read(value.Text());
        return length > TimeSpan.Zero && length <= Longest ? length : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset start, TimeSpan duration) =>
        DateTimeOffset.MaxValue - start > duration ? start + duration : null;

    private static IReadOnlyList<string> Texts(JsonElement list, JsonElement other)
    {
        var items = (list.ValueKind == JsonValueKind.Undefined ? other : list).Unpacked();
        var texts = items.ValueKind == JsonValueKind.String
            ? Lines(TextCleaner.Rich(items.Text()))
            : items.Items().Select(item => TextCleaner.Rich(item.Within(TextNames)));
        return [.. texts.Select(Nothing.OrText).Where(text => text.Length > 0)];
    }

    // Where each line begins with a number, that is no part of it; "2. Quartal" alone is.
    internal static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(TextCleaner.Item).Where(line => line.Length > 0).ToList();
        return lines.Count > 1 && lines.TrueForAll(line => Numbering().IsMatch(line)) ? lines.Select(line => Numbering().Replace(line, "")) : lines;
    }

    private static IReadOnlyList<MeetingChapter> Chapters(JsonElement list, JsonElement other) =>
    [
        .. (list.ValueKind == JsonValueKind.Undefined ? other : list).Items()
            .Select(chapter => chapter.ValueKind == JsonValueKind.String
                ? new MeetingChapter(Line(chapter.Text()), "")
                : Chapter(new JsonScope([chapter])))
            .Where(chapter => chapter.Title.Length > 0 || chapter.Description.Length > 0),
    ];

    private static MeetingChapter Chapter(JsonScope chapter) => new(
        Line(chapter.Line("title", "heading", "name", "headline")),
        TextCleaner.Rich(chapter.First("description", "summary", "text", "content", "gist", "overview").Within(TextNames)));

    private static string Line(string text) => TextCleaner.Line(MarkupText.Plain(text), TextCleaner.LongestLine);

    [GeneratedRegex(@"^\(?[0-9]{1,2}[.)]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
