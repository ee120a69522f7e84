using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>A fingerprint of what a report says, so that the same report pushed again is known as such, whatever its
/// <c>request_id</c>, key order and white space.</summary>
/// <remarks>It is stored. The form that is hashed stands here and not in <see cref="Meeting"/>, so that a member added there does not make
/// every stored report a new one. A member may be added here only so that it is left out where it is empty.</remarks>
internal sealed record MeetingRevision(
    string SessionId,
    string Title,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    TimeSpan? Duration,
    MeetingRevision.Person? Owner,
    IEnumerable<MeetingRevision.Person> Attendees,
    string Summary,
    IReadOnlyList<string> ActionItems,
    IReadOnlyList<string> KeyQuestions,
    IReadOnlyList<string> Topics,
    IEnumerable<MeetingRevision.Chapter> Chapters,
    string RecordingUrl,
    string Platform,
    IEnumerable<MeetingRevision.Turn> Transcript)
{
    internal static string Of(Meeting meeting) => Digest.OfJson(
        new MeetingRevision(
            meeting.SessionId,
            meeting.Title,
            meeting.Start,
            meeting.End,
            meeting.Duration,
            meeting.Owner is { } owner ? Of(owner) : null,
            meeting.Attendees.Select(Of),
            meeting.Summary,
            meeting.ActionItems,
            meeting.KeyQuestions,
            meeting.Topics,
            meeting.Chapters.Select(chapter => new Chapter(chapter.Title, chapter.Description)),
            meeting.RecordingUrl,
            meeting.Platform,
            meeting.Transcript.Select(turn => new Turn(turn.Speaker, turn.Text, turn.At))),
        ReadAiJsonContext.Default.MeetingRevision,
        16);

    private static Person Of(MeetingAttendee person) => new(person.Name, person.Email);

    internal sealed record Person(string Name, string? Email);

    internal sealed record Chapter(string Title, string Description);

    internal sealed record Turn(string Speaker, string Text, DateTimeOffset? At);
}
