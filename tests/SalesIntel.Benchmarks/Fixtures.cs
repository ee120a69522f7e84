using SalesIntel.Leads;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Benchmarks;

/// <summary>The bodies that are measured with.</summary>
internal static class Fixtures
{
    public static byte[] Body(string source, string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", source, name + ".json"));

    /// <summary>An 83 minute meeting: 519 turns.</summary>
    public static Meeting LongMeeting() =>
        new ReadAiSource(new ReadAiOptions()).Read(Body("readai", "meeting_end_long"), DateTimeOffset.UnixEpoch).Document is MeetingDocument read
            ? read.Meeting
            : throw new InvalidDataException("The fixture is no meeting.");
}
