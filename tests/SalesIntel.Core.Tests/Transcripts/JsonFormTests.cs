using System.Text;
using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>The JSON of many recorders. The files hold the same two turns.</summary>
public sealed class JsonFormTests
{
    private const string Expected = "Ann Lee@1.5: Hello there.\nBob Ray@62: Hi, how are you?";

    public static TheoryData<string> Forms => Fixtures.Names("transcripts");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Turns_are_recognized(string file)
    {
        var json = Encoding.UTF8.GetString(Fixtures.Bytes($"transcripts/{file}"));
        using var document = JsonDocument.Parse(json);
        foreach (var transcript in new[]
        {
            Transcript.Parse(json, Turns.Start),
            Transcript.Parse($" \uFEFF{json}\n", Turns.Start),
            Transcript.Parse(JsonSerializer.Serialize(json), Turns.Start),
            Transcript.Read(document.RootElement, Turns.Start, []),
        })
        {
            Assert.Equal(Expected, Turns.Of(transcript));
            Assert.Empty(transcript.Issues);
        }
    }

    [Theory]
    [InlineData("""[{"speaker":0,"text":"x"},{"speaker":"1","text":"y"}]""", "Speaker 0: x\nSpeaker 1: y")]
    [InlineData("""[{"speaker":null,"text":"x"},{"speaker":"None","text":"y"},{"speaker":"Ann","text":"z"}]""", ": x\n: y\nAnn: z")]
    [InlineData("""[{"speaker":"Ann","text":"x"},"y",null,{"text":" "},{}]""", "Ann: x\n: y")]
    [InlineData("""[{"role":"assistant","content":"x"},{"role":"user","content":[{"type":"text","text":"y"}]}]""", "assistant: x\nuser: y")]
    [InlineData("""{"speaker":"Ann","text":"x"}""", "Ann: x")]
    [InlineData("""{"transcriptEntries":[{"name":"conferenceRecords/1/transcripts/2/entries/3","participant":"conferenceRecords/1/participants/11","text":"x"},{"participant":"conferenceRecords/1/participants/12","text":"y"}]}""", "Speaker 11: x\nSpeaker 12: y")]
    [InlineData("""{"transcriptUtterances":[{"id":"1","speaker":{"id":"s","name":"Ann","email":null},"text":"x","startTimeMillis":1500}]}""", "Ann@1.5: x")]
    [InlineData("""{"utteranceInsights":[{"text":"x","start":1.5,"speakerId":"0"},{"text":"y","start":2.5,"speakerId":"1"}]}""", "Speaker 0@1.5: x\nSpeaker 1@2.5: y")]
    [InlineData("""{"speakers":[{"speaker_index":0,"name":"Ann"},{"speaker_index":1,"name":"Bob"}],"transcript":[{"index":0,"speaker_index":1,"sentence":"x"},{"index":1,"speaker_index":0,"sentence":"y"}]}""", "Bob: x\nAnn: y")]
    [InlineData("""{"utterances":[{"participant_type":"internal","user_id":null,"text":"x"},{"participant_type":"external","user_id":null,"text":"y"}]}""", "internal: x\nexternal: y")]
    [InlineData("""{"results":[{"type":"word","start_time":1.5,"alternatives":[{"content":"Hello","speaker":"S1"}]},{"type":"punctuation","start_time":2,"alternatives":[{"content":".","speaker":"S1"}]},{"type":"word","start_time":3,"alternatives":[{"content":"Hi","speaker":"S2"}]}]}""", "S1@1.5: Hello.\nS2@3: Hi")]
    [InlineData("{\"speaker\":\"Ann\",\"text\":\"x\"}\n{\"speaker\":\"Bob\",\"text\":\"y\"}\n", "Ann: x\nBob: y")]
    [InlineData("{\"user\":\"Ann\",\"text\":\"x\"}{\"user\":\"Bob\",\"text\":\"y\"}", "Ann: x\nBob: y")]
    [InlineData("""{"name":"Weekly","text":"Ann: x\nBob: y"}""", "Ann: x\nBob: y")]
    [InlineData("""[{"speaker":"Ann","words":[{"word":"a"},{"word":"b"},{"word":"."}]}]""", "Ann: a b.")]
    [InlineData("""[{"word":"a","speaker":"Ann","start":1},{"word":"b","speaker":"Ann","start":2},{"word":"c","speaker":"Bob","start":3}]""", "Ann@1: a b\nBob@3: c")]
    [InlineData("""[{"speaker":"Ann","text":"x\ny: z"},{"speaker":"Ann","text":"more"}]""", "Ann: x / y: z\nAnn: more")]
    [InlineData("""[{"speaker":["Ann","Bob"],"text":"x"}]""", "Ann: x")]
    [InlineData("""[{"speaker_id":"u7","text":"x"},{"speaker_id":"u8","text":"y"}]""", "u7: x\nu8: y")]
    [InlineData("""[{"speaker":"A\ud800","text":"\ud83d\ude00 \udc00"}]""", "A: \U0001F600 \uFFFD")]
    [InlineData("""[{"Ann Lee":"x"},{"Bob Ray":"y"}]""", "Ann Lee: x\nBob Ray: y")]
    [InlineData("""{"turns":[["Ann Lee","x"],["Speaker 2","y"]]}""", "Ann Lee: x\nSpeaker 2: y")]
    [InlineData("""[{"Summary":"x"},{"Next steps":"y"}]""", "")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("[[],[{}],{}]", "")]
    [InlineData("""{"speaker_blocks":[]}""", "")]
    [InlineData("""{"speaker_blocks":[],"turns":[{"speaker":"Ann","text":"x"}]}""", "Ann: x")]
    [InlineData("""{"turns":null,"text":"x"}""", ": x")]
    public void Speaker_and_words_are_found(string json, string expected) => Assert.Equal(expected, Turns.Of(json));

    [Theory]
    [InlineData("\"start\":90", 90.0)]
    [InlineData("\"start\":90000", 90.0)]
    [InlineData("\"start\":3600", 3600.0)]
    [InlineData("\"start\":90000.5", 90000.5)]
    [InlineData("\"start\":\"90\"", 90.0)]
    [InlineData("\"startMs\":90", 0.09)]
    [InlineData("\"start_seconds\":90000", 90000.0)]
    [InlineData("\"offset_milliseconds\":\"2500\"", 2.5)]
    [InlineData("\"start\":1794996090", 90.0)]
    [InlineData("\"start\":1794996090000", 90.0)]
    [InlineData("\"start\":\"2026-11-18T10:01:30\"", 90.0)]
    [InlineData("\"start\":\"00:01:30\"", 90.0)]
    [InlineData("\"start\":\"1:30 - 1:40\"", 90.0)]
    [InlineData("\"start\":\"soon\",\"timestamp\":90", 90.0)]
    [InlineData("\"start\":null,\"begin\":[90,95]", 90.0)]
    [InlineData("\"start\":-1", null)]
    [InlineData("\"start\":\"soon\"", null)]
    [InlineData("\"start\":true", null)]
    public void Time_is_read_in_every_unit(string member, double? seconds) => Assert.Equal(
        seconds,
        (Transcript.Parse($$"""[{"speaker":"Ann","text":"x",{{member}}}]""", Turns.Start).Turns[0].At - Turns.Start)?.TotalSeconds);

    [Fact]
    public void Whole_numbers_are_milliseconds_where_seconds_would_be_slower_than_speech()
    {
        const string Words = "We lose about twelve hours a week, and nobody knows which version is the last one.";
        var json = $$"""[{"speaker":"A","start":250,"text":"{{Words}}"},{"speaker":"B","start":5400,"text":"{{Words}}"},{"speaker":"A","start":11000,"text":"{{Words}}"}]""";

        Assert.Equal([0.25, 5.4, 11], Transcript.Parse(json, Turns.Start).Turns.Select(turn => (turn.At!.Value - Turns.Start).TotalSeconds));
    }

    [Theory]
    [InlineData("""[{"foo":1},{"speaker":"Ann","text":"x"},{"bar":[]},7]""", "Entries of the transcript in which no words were recognised: 2. They are left out.")]
    [InlineData("""{"foo":{"bar":"baz"}}""", "Nothing in the transcript was recognised as something that was said.")]
    [InlineData("[1,2,3]", "Nothing in the transcript was recognised as something that was said.")]
    [InlineData("""[{"text":"x"},{"text":"y"}]""", "No speakers were recognised in the transcript; its 2 parts are read without them.")]
    [InlineData("""[{"speaker":"Ann","text":"x","start":"soon"}]""", "Times of turns that were not recognised: 1.")]
    [InlineData("""[{"speaker":"Ann","text":"x"},{"speaker":"Bo""", "The transcript begins as JSON but is damaged or cut off; it is read as plain text.")]
    public void What_is_not_recognized_is_an_issue(string json, string issue) =>
        Assert.Equal(issue, Transcript.Parse(json, Turns.Start).Issues[0]);

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    public void Value_that_is_no_transcript_is_an_issue(string json)
    {
        using var document = JsonDocument.Parse(json);

        var transcript = Transcript.Read(document.RootElement, null, []);

        Assert.Empty(transcript.Turns);
        Assert.Equal("The transcript is neither a text nor a list nor an object; it is not read.", Assert.Single(transcript.Issues));
    }

    [Fact]
    public void Words_whose_speakers_stand_apart_from_them_are_theirs() => Assert.Equal(
        "spk_0@0: Thanks.\nspk_1@3: We lose.",
        Turns.Of("""
            {"results":{"transcripts":[{"transcript":"Thanks. We lose."}],
             "speaker_labels":{"speakers":2,"segments":[
              {"start_time":"0.0","speaker_label":"spk_0","items":[{"start_time":"0.0","speaker_label":"spk_0"}]},
              {"start_time":"3.0","speaker_label":"spk_1","items":[{"start_time":"3.0","speaker_label":"spk_1"},{"start_time":"3.5","speaker_label":"spk_1"}]}]},
             "items":[
              {"start_time":"0.0","alternatives":[{"content":"Thanks"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"},
              {"start_time":"3.0","alternatives":[{"content":"We"}],"type":"pronunciation"},
              {"start_time":"3.5","alternatives":[{"content":"lose"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}]}}
            """));

    [Fact]
    public void Base64_is_what_is_packed_in_it() => Assert.Equal(
        "Ann: Hello there.\nBob: Hi Ann.",
        Turns.Of(Convert.ToBase64String("""[{"speaker":"Ann","text":"Hello there."},{"speaker":"Bob","text":"Hi Ann."}]"""u8)));

    [Theory]
    [InlineData("<div><b>Ann Lee:</b> Hello there.</div><div><b>Bob Ray:</b> Hi Ann.</div><div><b>Ann Lee:</b> So.</div>")]
    [InlineData("<ul><li>Ann Lee: Hello there.</li><li>Bob Ray: Hi Ann.</li><li>Ann Lee: So.</li></ul>")]
    public void Elements_are_lines(string html) => Assert.Equal("Ann Lee|Bob Ray|Ann Lee", Turns.Speakers(Transcript.Parse(html, Turns.Start)));
}
