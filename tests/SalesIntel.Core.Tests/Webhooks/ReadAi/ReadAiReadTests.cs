using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks.ReadAi;

public sealed class ReadAiReadTests
{
    [Theory]
    [InlineData("2026-11-18T10:04:59.9Z", WebhookKind.Ignore, "the meeting took 4.9 minutes, less than 5")]
    [InlineData("2026-11-18T10:05:00Z", WebhookKind.Process, "")]
    [InlineData("2026-11-18T10:00:00Z", WebhookKind.Process, "")]
    [InlineData("2026-11-18T09:00:00Z", WebhookKind.Process, "")]
    public void Meeting_known_to_be_too_short_is_ignored(string end, WebhookKind kind, string reason)
    {
        var reading = Read($$"""{"session_id":"S1","trigger":"meeting_end","start_time":"2026-11-18T10:00:00Z","end_time":"{{end}}"}""");

        Assert.Equal(kind, reading.Kind);
        Assert.Equal(reason, reading.Reason);
    }

    [Theory]
    [InlineData("""{"session_id":"S1","trigger":"meeting_end"}""", WebhookKind.Process, "meeting_end")]
    [InlineData("""{"session_id":"S1","trigger":"manual","summary":"x"}""", WebhookKind.Process, "manual")]
    [InlineData("""{"session_id":"S1","trigger":"Any thing!","summary":"x"}""", WebhookKind.Process, "unknown")]
    [InlineData("""{"session_id":"S1","summary":"x"}""", WebhookKind.Process, "meeting_end")]
    [InlineData("""{"id":7,"summary":"x"}""", WebhookKind.Process, "meeting_end")]
    [InlineData("""{"session_id":"S1","trigger":"meeting_deleted"}""", WebhookKind.Ignore, "meeting_deleted")]
    [InlineData("""{"session_id":"S1","trigger":"meeting_start","summary":"x"}""", WebhookKind.Ignore, "meeting_start")]
    [InlineData("""{"session_id":"sessionid","summary":"x"}""", WebhookKind.Ignore, "meeting_end")]
    [InlineData("""{"request_id":"R1"}""", WebhookKind.Ignore, "meeting_end")]
    [InlineData("""{"event":"ping"}""", WebhookKind.Ignore, "ping")]
    [InlineData("""{"session_id":"S1"}""", WebhookKind.Unreadable, "meeting_end")]
    [InlineData("""{"trigger":"meeting_end","request_id":"R1","summary":"x"}""", WebhookKind.Unreadable, "meeting_end")]
    [InlineData("""{"session":{"id":"A"},"meeting":{"id":"B"},"summary":"x"}""", WebhookKind.Unreadable, "meeting_end")]
    public void Kind_follows_from_trigger_id_and_report(string body, WebhookKind kind, string type)
    {
        var reading = Read(body);

        Assert.Equal(kind, reading.Kind);
        Assert.Equal(type, reading.EventType);
        Assert.Equal(kind == WebhookKind.Process, reading.Reason.Length == 0);
        Assert.Null(reading.LeadEmail());
    }

    [Fact]
    public void Start_and_end_of_one_meeting_have_different_keys()
    {
        var start = new ReadAiSource(new ReadAiOptions()).Read(Fixtures.Bytes("readai/meeting_start"));
        var end = new ReadAiSource(new ReadAiOptions()).Read(Fixtures.Bytes("readai/meeting_end_full"));

        Assert.Equal(start.ExternalId, end.ExternalId);
        Assert.NotEqual(start.IdempotencyKey, end.IdempotencyKey);
    }

    [Fact]
    public void Session_id_that_is_unsafe_in_keys_is_hashed_everywhere()
    {
        const string Body = """{"meeting_id":"19:meeting@thread.v2","summary":"x"}""";

        Assert.Matches("^[0-9a-f]{32}$", Read(Body).ExternalId);
        Assert.Equal(Read(Body).ExternalId, Meeting(Body).SessionId);
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"one\"", "one")]
    [InlineData("\"- one\\n* two\\n\\n\"", "one|two")]
    [InlineData("[\"one\",\"two\"]", "one|two")]
    [InlineData("[{\"text\":\"one\"},{\"text\":null},{\"text\":\" \"},{\"title\":\"two\"}]", "one|two")]
    [InlineData("{\"text\":\"one\"}", "one")]
    public void List_is_read_in_every_shape(string json, string expected) => Assert.Equal(
        expected,
        string.Join('|', Meeting($$"""{"session_id":"S1","trigger":"meeting_end","topics":{{json}}}""").Topics));

    [Theory]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("{\"speaker_blocks\":[]}", "")]
    [InlineData("{\"speaker_blocks\":[{\"speaker\":{\"name\":\"A\"},\"words\":\"x\"}]}", "A>x")]
    [InlineData("{\"speaker_blocks\":[{\"speaker\":\"A\",\"words\":[\"x\",{\"text\":\"y\"}]},{\"words\":\" \"}]}", "A>x y")]
    [InlineData("{\"speaker_blocks\":[],\"turns\":[{\"speaker\":null,\"text\":\"x\"}]}", ">x")]
    [InlineData("{\"text\":\"A: x\\nB: y\"}", "A>x|B>y")]
    [InlineData("[{\"speaker\":\"A\",\"words\":\"x\"},\"y\"]", "A>x|>y")]
    [InlineData("\"A: x\"", "A>x")]
    public void Transcript_is_read_in_every_shape(string json, string expected) =>
        Assert.Equal(expected, Turns($$"""{"session_id":"S1","trigger":"meeting_end","transcript":{{json}}}"""));

    [Theory]
    [InlineData("\"start_time\":90", 90)]
    [InlineData("\"start_time\":\"90.0\"", 90)]
    [InlineData("\"start_time_ms\":90000", 90)]
    [InlineData("\"start_time\":null,\"start_time_ms\":\"1795006890000\"", 90)]
    [InlineData("\"start_time\":\"soon\"", null)]
    public void Time_of_a_turn_is_read_in_every_unit(string member, int? seconds)
    {
        var meeting = Meeting(
            $$$"""{"session_id":"S1","start_time":1795006800,"transcript":[{"words":"x",{{{member}}}}]}""");

        Assert.Equal(seconds, (int?)(meeting.Transcript[0].At - meeting.Start)?.TotalSeconds);
    }

    [Theory]
    [InlineData("only words: no name here", ">only words: no name here")]
    [InlineData("Ann Lee: hi\nmore\nBob: yes", "Ann Lee>hi\nmore|Bob>yes")]
    [InlineData("intro\nAnn: hi", ">intro|Ann>hi")]
    [InlineData("Ann van der Lee:\nhi", "Ann van der Lee>hi")]
    [InlineData("李明: 你好", "李明>你好")]
    [InlineData("Ann: see https://a.example/x\nhttps://b.example", "Ann>see https://a.example/x\nhttps://b.example")]
    [InlineData("10:30: hi", ">10:30: hi")]
    [InlineData("(1:02) Ann: hi\n[0:01:04] Bob: yes", "Ann>hi|Bob>yes")]
    [InlineData("A B C D E F: hi", ">A B C D E F: hi")]
    public void Flat_transcript_is_split_at_names(string text, string expected) =>
        Assert.Equal(expected, Turns(new JsonObject { ["session_id"] = "S1", ["summary"] = "x", ["transcript"] = text }.ToJsonString()));

    [Theory]
    [InlineData("\"Ann <ANN@lee.example>, Bob; cy@lee.example\"", "Ann/ann@lee.example|Bob/|/cy@lee.example")]
    [InlineData("\"name: Ann\\nemail: a@b.example\\nname: Bob\\nemail: None\"", "Ann/a@b.example|Bob/")]
    [InlineData("\"email: a@b.example\\nname: Ann\\n\\nemail: c@b.example\"", "Ann/a@b.example|/c@b.example")]
    [InlineData("[{\"name\":null,\"first_name\":\"Ann\",\"last_name\":\"Lee\"},{\"email\":\"x\"},null,3,\"Bob\"]", "Ann Lee/|Bob/")]
    [InlineData("{\"name\":\"Ann\",\"email\":{\"a\":1}}", "Ann/")]
    [InlineData("[{\"name\":\"A\\u202Enn\\u200B\",\"email\":\"an\\u200Bn@lee.example\\u2069\"}]", "Ann/ann@lee.example")]
    [InlineData("[{\"name\":\"\\u2060\",\"email\":\"\\u200B\"}]", "")]
    public void Attendees_are_read_in_every_shape(string json, string expected) => Assert.Equal(
        expected,
        string.Join('|', Meeting($$"""{"session_id":"S1","trigger":"meeting_end","attendees":{{json}}}""")
            .Attendees.Select(person => $"{person.Name}/{person.Email}")));

    [Fact]
    public void Number_of_minutes_tells_the_end_unless_the_end_is_told()
    {
        var meeting = Meeting("""{"meeting_id":"S1","datetime":"2026-11-18T10:00:00Z","duration_minutes":"30.5","summary":"x"}""");

        Assert.Equal(TimeSpan.FromMinutes(30.5), meeting.Duration);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 10, 30, 30, TimeSpan.Zero), meeting.End);
    }

    private static WebhookReading Read(string body) =>
        new ReadAiSource(new ReadAiOptions()).Read(Encoding.UTF8.GetBytes(body));

    private static Meeting Meeting(string body) => Read(body).Meeting()!;

    private static string Turns(string body) =>
        string.Join('|', Meeting(body).Transcript.Select(turn => $"{turn.Speaker}>{turn.Text}"));
}
