using SalesIntel.Leads;
using SalesIntel.Transcripts;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Transcripts as they came from the field, through the webhook's reader.</summary>
public sealed class FieldTranscriptTests
{
    [Theory]
    [InlineData("r01_rest_turns_newest_first", "Rep One@0|Ann Lee@10|Ann Lee@20")]
    [InlineData("r07_bracketed_names", "Rep One|Ann Ray|Rep One|Ann Ray")]
    [InlineData("r07_rep_claim_bracketed", "Rep One|Ann Ray")]
    [InlineData("r08_stringified_fields", "Rep One@0|Ann Poe@10|Rep One@20|Ann Poe@30")]
    [InlineData("r15_flat_clock_bar_name", "Rep One@0|Ann Fox@10|Rep One@20|Ann Fox@30")]
    [InlineData("r15_flat_markdown_bold", "Rep One|Ann Fox|Rep One|Ann Fox")]
    [InlineData("r15_flat_name_clock_colon", "Rep One@0|Ann Fox@10|Rep One@20|Ann Fox@30")]
    public void Turns_have_speaker_and_time_and_are_in_order(string file, string expected)
    {
        var meeting = Read(file);

        Assert.Equal(expected, string.Join('|', meeting.Transcript.Select(turn => $"{turn.Speaker}{Seconds(turn, meeting)}")));
        Assert.All(meeting.Transcript, turn => Assert.Matches("^[A-Z](?!nn |ep )[^\\[\\]*|]*[.?]$", turn.Text));
        Assert.Empty(meeting.Issues);
    }

    [Fact]
    public void Newest_turn_is_the_last_one() =>
        Assert.StartsWith("No, wait: finance", Read("r01_rest_turns_newest_first").Transcript[^1].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("flat_zapier_text", "No speakers were recognised in the transcript; it is read as one text.")]
    [InlineData("flat_relay", "For 1 of 5 turns no speaker was recognised.")]
    [InlineData("meeting_end_full", null)]
    [InlineData("meeting_end_no_transcript", null)]
    [InlineData("meeting_end_empty_transcript", null)]
    public void What_was_not_recognized_is_an_issue_of_the_meeting(string file, string? issue)
    {
        var meeting = Meeting(Fixtures.Bytes($"readai/{file}"));

        Assert.All(meeting.Issues, one => Assert.Equal(MeetingPart.Transcript, one.About));
        Assert.Equal(issue ?? "", string.Join('|', meeting.Issues.Select(one => one.Text)));
    }

    [Fact]
    public void Issues_do_not_make_another_revision()
    {
        var meeting = Read("r07_bracketed_names");

        Assert.Equal(MeetingRevision.Of(meeting), MeetingRevision.Of(meeting with { Issues = [new MeetingIssue(MeetingPart.Transcript, "Something was not recognised.")] }));
        Assert.NotEqual(MeetingRevision.Of(meeting), MeetingRevision.Of(meeting with { Transcript = [] }));
    }

    [Fact]
    public void Attendees_are_known_speakers() => Assert.Equal(
        "ann|Bob Ray",
        Turns.Speakers(new Transcript
        {
            Turns = Meeting(
                """{"session_id":"S1","attendees":[{"name":"Ann Lee"}],"owner":{"name":"Bob Ray"},"transcript":"ann: we begin\nmore\nmore\nmore\nmore\nBob Ray: yes\nmore\nmore\nmore"}"""u8.ToArray()).Transcript,
        }));

    private static Meeting Read(string file) => Meeting(Fixtures.Bytes($"field/{file}"));

    private static Meeting Meeting(byte[] body) => new ReadAiSource(new ReadAiOptions()).Read(body).Meeting()!;

    private static string Seconds(TranscriptTurn turn, Meeting meeting) => turn.At is { } at ? $"@{(at - meeting.Start!.Value).TotalSeconds}" : "";
}
