using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesIntel.Calendly;
using SalesIntel.ReadAi;

namespace SalesIntel.Extraction;

/// <summary>Minimal loaders: only what an extractor reads.</summary>
internal static class Fixtures
{
    public static string Path(string relative, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../fixtures", relative));

    public static Meeting Meeting(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path($"readai/{name}.json")));
        var root = document.RootElement;
        return new Meeting
        {
            SessionId = root.GetProperty("session_id").GetString()!,
            Title = Text(root, "title"),
            Start = root.TryGetProperty("start_time", out var start) && start.ValueKind == JsonValueKind.String
                ? start.GetDateTimeOffset() : null,
            Owner = root.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.Object ? Attendee(owner) : null,
            Attendees = [.. Items(root, "participants").Select(Attendee)],
            Summary = Text(root, "summary"),
            ActionItems = [.. Items(root, "action_items").Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()! : Text(i, "text"))],
            Chapters = [.. Items(root, "chapter_summaries").Where(c => c.ValueKind == JsonValueKind.Object)
                .Select(c => new MeetingChapter(Text(c, "title"), Text(c, "description")))],
            Transcript = Turns(root),
        };
    }

    public static Booking Booking(string name = "invitee_created_full")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path($"calendly/{name}.json")));
        var payload = document.RootElement.GetProperty("payload");
        var hasEvent = payload.TryGetProperty("scheduled_event", out var demo) && demo.ValueKind == JsonValueKind.Object;
        return new Booking
        {
            InviteeId = Text(payload, "uri").Split('/')[^1],
            Email = Text(payload, "email").ToLowerInvariant(),
            Name = Text(payload, "name"),
            FirstName = Text(payload, "first_name"),
            LastName = Text(payload, "last_name"),
            TimeZone = Text(payload, "timezone"),
            EventName = hasEvent ? Text(demo, "name") : "",
            Start = hasEvent ? demo.GetProperty("start_time").GetDateTimeOffset() : null,
            Phone = Text(payload, "text_reminder_number"),
            Answers = [.. Items(payload, "questions_and_answers")
                .Select(a => new BookingAnswer(Text(a, "question"), Text(a, "answer"))).Where(a => a.Answer.Length > 0)],
            Tracking = payload.TryGetProperty("tracking", out var tracking) && tracking.ValueKind == JsonValueKind.Object
                ? tracking.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String)
                    .ToDictionary(p => p.Name, p => p.Value.GetString()!)
                : [],
            CreatedAt = new DateTimeOffset(2026, 11, 10, 14, 22, 30, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2026, 11, 10, 14, 22, 30, TimeSpan.Zero),
        };
    }

    public static Booking BookingWith(string email, params (string Question, string Answer)[] answers) => new()
    {
        InviteeId = "invitee-1",
        Email = email,
        Name = "Sunniva Hartley",
        TimeZone = "Europe/Berlin",
        Start = new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.Zero),
        Answers = [.. answers.Select(a => new BookingAnswer(a.Question, a.Answer))],
        CreatedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
    };

    private static List<TranscriptTurn> Turns(JsonElement root)
    {
        if (!root.TryGetProperty("transcript", out var transcript) || transcript.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. Items(transcript, "speaker_blocks").Select(block => new TranscriptTurn(
            block.TryGetProperty("speaker", out var s) && s.ValueKind == JsonValueKind.Object ? Text(s, "name") : "",
            Text(block, "words"),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(block.GetProperty("start_time").ToString().Split('.')[0]))))];
    }

    private static MeetingAttendee Attendee(JsonElement element) =>
        new(Text(element, "name"), Text(element, "email") is { Length: > 0 } email ? email.ToLowerInvariant() : null);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? [.. array.EnumerateArray().Select(item => item.Clone())] : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
