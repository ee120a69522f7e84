using System.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Why a message is not processed, and what is passed on of one that is.</summary>
public sealed class ReadAiReasonTests
{
    private static readonly ReadAiSource Source = new(new ReadAiOptions());

    [Theory]
    [InlineData("", WebhookKind.Unreadable, "the body is empty")]
    [InlineData("[1,2]", WebhookKind.Unreadable, "the body is a list of 2 messages: send each by itself")]
    [InlineData("""{"session_id":"S","trigger":"meeting_deleted"}""", WebhookKind.Ignore, "event 'meeting_deleted' is not processed")]
    [InlineData("""{"session_id":"S","trigger":"drop table; --"}""", WebhookKind.Ignore, "unknown event")]
    [InlineData("""{"session_id":"S","trigger":"meeting_start"}""", WebhookKind.Ignore, "meeting_start")]
    [InlineData("""{"session_id":"S"}""", WebhookKind.Unreadable, "there is neither a trigger nor a report")]
    [InlineData("""{"trigger":"ping"}""", WebhookKind.Ignore, "test request")]
    [InlineData("""{"request_id":"R"}""", WebhookKind.Ignore, "test request")]
    [InlineData("""{"request_id":""}""", WebhookKind.Unreadable, "session_id (or meeting_id) is missing")]
    [InlineData("{}", WebhookKind.Unreadable, "session_id (or meeting_id) is missing")]
    public void Reason_says_what_is_wrong(string body, WebhookKind kind, string reason)
    {
        var reading = Read(body);

        Assert.Equal((kind, reason), (reading.Kind, reading.Reason));
    }

    [Fact]
    public void Speakers_are_passed_on_with_what_the_transcript_remarks_of_them()
    {
        var route = Candidates("""
            {"session_id":"S","trigger":"meeting_end","participants":[{"name":"Ann Lee","email":"ann@lee.example"}],
             "transcript":{"speaker_blocks":[
               {"speaker":{"name":"Ann Lee (Lee Ltd)"},"words":"Hello."},
               {"speaker":{"name":"Bo Grant"},"words":"Hello Ann."},
               {"speaker":{"name":""},"words":"Hm."}]}}
            """);

        Assert.Equal(["Ann Lee (Lee Ltd)", "Bo Grant"], route.Speakers);
    }

    [Theory]
    [InlineData("""{"session_id":"S","trigger":"meeting_end","participants":[{"name":"Ann","email":"a@lee.example"}],"owner":{"name":"Boss","email":"a@lee.example"}}""", "Ann")]
    [InlineData("""{"session_id":"S","trigger":"meeting_end","participants":[{"email":"b@lee.example"}],"owner":{"name":"Boss","email":"a@lee.example"}}""", "Boss")]
    [InlineData("""{"session_id":"S","trigger":"meeting_end","participants":[{"name":"Bo","email":"b@lee.example"}]}""", "")]
    public void Name_of_an_address_is_that_of_who_took_part_else_of_who_recorded(string body, string expected) =>
        Assert.Equal(expected, Candidates(body).NameOf("a@lee.example"));

    [Theory]
    [InlineData("""{"duration_minutes":20,"duration_seconds":60}""", 20.0, null)]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-18T10:30:00Z","duration_minutes":20}""", 30.0, "10:30")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-18T09:30:00Z","duration_minutes":20}""", 20.0, "09:30")]
    [InlineData("""{"start_time":"9999-12-31T23:50:00Z","duration_minutes":20}""", 20.0, null)]
    public void Times_that_contradict_each_other_have_an_order(string times, double minutes, string? end)
    {
        var meeting = Read($$"""{"session_id":"S","trigger":"meeting_end",{{times[1..^1]}}}""").Meeting()!;

        Assert.Equal((minutes, end), (meeting.Duration!.Value.TotalMinutes, meeting.End?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static LeadRoute.Candidates Candidates(string body) => Assert.IsType<LeadRoute.Candidates>(Read(body).Route);

    private static WebhookReading Read(string body) => Source.Read(Encoding.UTF8.GetBytes(body));
}
