using System.Globalization;
using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads a meeting from a report of any of the known shapes.</summary>
internal static class MeetingReader
{
    // No meeting lasts longer; a longer one is a wrong unit or a wrong end.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // What stands before the text of an item in a list that came as one text.
    private static readonly char[] Bullets = ['-', '*', '•', '–', ' ', '\t'];

    internal static Meeting Read(ReportScope scope, string sessionId)
    {
        var start = WireTime.Read(scope.First("start_time", "start_time_ms", "datetime", "start"));
        var end = WireTime.Read(scope.First("end_time", "end_time_ms", "end"), start);
        var duration = Between(start, end) ?? Minutes(scope.First("duration_minutes"));
        var summary = scope.First("summary");
        var owner = AttendeeReader.ReadOne(scope.First("owner"));
        var attendees = AttendeeReader.Read(scope.First("participants", "attendees"));
        var transcript = Transcript.Read(
            scope.First("transcript", "speaker_blocks", "turns"),
            start,
            [.. attendees.Append(owner).OfType<MeetingAttendee>().SelectMany(person => new[] { person.Name, person.Email ?? "" })]);
        return new Meeting
        {
            SessionId = sessionId,
            Title = TextCleaner.Line(scope.First("title").Text(), TextCleaner.LongestLine),
            Start = start,
            End = end ?? (start is null || duration is null ? null : Later(start.Value, duration.Value)),
            Duration = duration,
            Owner = owner,
            Attendees = attendees,
            Summary = TextCleaner.Block(TextOf(summary)),
            ActionItems = Texts(scope.First("action_items"), summary.Get("action_items")),
            KeyQuestions = Texts(scope.First("key_questions"), summary.Get("key_questions")),
            Topics = Texts(scope.First("topics"), summary.Get("topics")),
            Chapters = Chapters(scope.First("chapter_summaries", "chapters")),
            RecordingUrl = TextCleaner.Line(scope.First("recording_url", "report_url").Text(), TextCleaner.LongestLine),
            Platform = TextCleaner.Line(scope.First("platform").Text(), TextCleaner.LongestLine),
            Transcript = transcript.Turns,
            Issues = transcript.Issues,
        };
    }

    private static TimeSpan? Between(DateTimeOffset? start, DateTimeOffset? end) =>
        end - start is { } length && length > TimeSpan.Zero && length <= Longest ? length : null;

    private static TimeSpan? Minutes(JsonElement value) =>
        double.TryParse(value.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes)
        && minutes > 0 && minutes <= Longest.TotalMinutes
            ? TimeSpan.FromSeconds(Math.Round(minutes * 60))
            : null;

    private static DateTimeOffset? Later(DateTimeOffset start, TimeSpan duration) =>
        DateTimeOffset.MaxValue - start > duration ? start + duration : null;

    /// <summary>The text of a value that may be a text or an object around one.</summary>
    private static string TextOf(JsonElement value)
    {
        foreach (var name in (ReadOnlySpan<string>)["text", "title", "overview", "summary", "content", "description"])
        {
            if (value.Get(name).Text() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return value.Text();
    }

    private static IReadOnlyList<string> Texts(JsonElement list, JsonElement other)
    {
        var items = list.ValueKind == JsonValueKind.Undefined ? other : list;
        var texts = items.ValueKind == JsonValueKind.String
            ? items.Text().Split('\n').Select(line => line.TrimStart(Bullets))
            : items.Items().Select(TextOf);
        return [.. texts.Select(TextCleaner.Block).Where(text => text.Length > 0)];
    }

    private static IReadOnlyList<MeetingChapter> Chapters(JsonElement list) =>
    [
        .. list.Items()
            .Select(chapter => chapter.ValueKind == JsonValueKind.String
                ? new MeetingChapter(TextCleaner.Line(chapter.Text(), TextCleaner.LongestLine), "")
                : new MeetingChapter(chapter.Line("title"), chapter.Block("description")))
            .Where(chapter => chapter.Title.Length > 0 || chapter.Description.Length > 0),
    ];
}
