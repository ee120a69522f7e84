using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>The JSON of many recorders, with the same two turns.</summary>
public sealed class JsonFormTests
{
    private const string Expected = "Ann Lee@1.5: Hello there.\nBob Ray@62: Hi, how are you?";

    public static TheoryData<string> Forms =>
    [
        // Read.ai: webhook, REST, and both with what relays do to them.
        """{"speakers":[{"name":"Ann Lee"}],"speaker_blocks":[{"start_time":1.5,"speaker":{"name":"Ann Lee"},"words":"Hello there."},{"start_time":62,"speaker":{"name":"Bob Ray"},"words":"Hi, how are you?"}]}""",
        """{"speaker_blocks":[{"start_time":"1794996062000","speaker":{"name":"Bob Ray"},"words":["Hi,","how","are","you?"]},{"start_time":1794996001.5,"speaker":"Ann Lee","words":[{"text":"Hello"},{"text":"there."}]}]}""",
        """{"turns":[{"start_time_ms":1500,"speaker":{"name":"Ann Lee"},"text":"Hello there."},{"start_time_ms":62000,"speaker":{"name":"Bob Ray"},"text":"Hi, how are you?"}],"text":"all of it"}""",
        """{"transcript":"{\"turns\":\"[{\\\"start_time_ms\\\":1500,\\\"speaker\\\":\\\"{\\\\\\\"name\\\\\\\":\\\\\\\"Ann Lee\\\\\\\"}\\\",\\\"text\\\":\\\"Hello there.\\\"},{\\\"start_time_ms\\\":62000,\\\"speaker\\\":{\\\"name\\\":\\\"Bob Ray\\\"},\\\"text\\\":\\\"Hi, how are you?\\\"}]\"}"}""",

        // Lists of other recorders.
        """[{"speaker":"Ann Lee","text":"Hello there.","start":1.5,"end":3},{"speaker":"Bob Ray","text":"Hi, how are you?","start":62,"end":64}]""",
        """{"segments":[{"speaker":"Ann Lee","text":" Hello there.","start":1.5},{"speaker":"Bob Ray","text":" Hi, how are you?","start":62.0}],"text":" Hello there. Hi, how are you?"}""",
        """{"data":{"transcript":{"title":"Demo","sentences":[{"speaker_id":0,"speaker_name":"Ann Lee","text":"Hello there.","raw_text":"hello","start_time":"1.5"},{"speaker_id":1,"speaker_name":"Bob Ray","text":"Hi, how are you?","start_time":"62"}]}}}""",
        """{"utterances":[{"speaker":{"display_name":"Ann Lee"},"transcript":"Hello there.","start_ms":1500},{"speaker":{"display_name":"Bob Ray"},"transcript":"Hi, how are you?","start_ms":62000}]}""",
        """{"transcript":[{"speaker":{"display_name":"Ann Lee","matched_email":"ann@lee.example"},"text":"Hello there.","timestamp":"00:00:01.5"},{"speaker":{"display_name":"Bob Ray"},"text":"Hi, how are you?","timestamp":"00:01:02"}]}""",
        """{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hello","ts":1.5},{"type":"punct","value":" "},{"type":"text","value":"there","ts":1.8},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Hi","ts":62},{"type":"punct","value":", "},{"type":"text","value":"how are you?","ts":63}]}],"speakers":[{"id":0,"name":"Ann Lee"},{"id":1,"name":"Bob Ray"}]}""",
        """{"entries":[{"participant":{"name":"Ann Lee"},"content":"Hello there.","offset":"PT1.5S"},{"participant":{"name":"Bob Ray"},"content":"Hi, how are you?","offset":"PT1M2S"}]}""",
        """{"results":[{"user":{"user_name":"Ann Lee"},"sentence":"Hello there.","begin":"1.5s"},{"user":{"user_name":"Bob Ray"},"sentence":"Hi, how are you?","begin":"62s"}]}""",
        """{"items":[{"speakerName":"Ann Lee","body":"Hello there.","startTime":"2026-11-18T10:00:01.500Z"},{"speakerName":"Bob Ray","body":"Hi, how are you?","startTime":"2026-11-18T11:01:02+01:00"}]}""",
        """[{"participant":{"id":100,"name":"Ann Lee"},"words":[{"text":"Hello","start_timestamp":{"relative":1.5,"absolute":"2026-11-18T10:00:01Z"}},{"text":"there.","start_timestamp":{"relative":1.9}}]},{"participant":{"id":200,"name":"Bob Ray"},"words":[{"text":"Hi, how are you?","start_timestamp":{"relative":62}}]}]""",
        """{"callTranscripts":[{"callId":"7","transcript":[{"speakerId":"77","topic":"Intro","sentences":[{"start_ms":1500,"end":2000,"text":"Hello there."}]},{"speakerId":"78","sentences":[{"start_ms":62000,"end":90000,"text":"Hi, how are you?"}]},{"speakerId":"78","sentences":[{"start_ms":900000,"text":""}]}]}],"parties":[{"speakerId":"77","name":"Ann Lee"},{"speakerId":"78","name":"Bob Ray"}]}""",
        """{"results":{"transcripts":[{"transcript":""}],"items":[{"type":"pronunciation","alternatives":[{"confidence":"0.9","content":"Hello"}],"start_time":"1.5","speaker_label":"Ann Lee"},{"type":"pronunciation","alternatives":[{"content":"there"}],"start_time":"1.8","speaker_label":"Ann Lee"},{"type":"punctuation","alternatives":[{"content":"."}]},{"type":"pronunciation","alternatives":[{"content":"Hi"}],"start_time":"62.0","speaker_label":"Bob Ray"},{"type":"punctuation","alternatives":[{"content":","}]},{"type":"pronunciation","alternatives":[{"content":"how"}],"start_time":"62.5"},{"type":"pronunciation","alternatives":[{"content":"are"}]},{"type":"pronunciation","alternatives":[{"content":"you"}]},{"type":"punctuation","alternatives":[{"content":"?"}]}]}}""",
        """{"results":{"transcripts":[{"transcript":"Hello there. Hi, how are you?"}],"items":[{"alternatives":[{"content":"Hello"}],"start_time":"1.5","speaker_label":"Ann Lee"},{"alternatives":[{"content":"there."}],"speaker_label":"Ann Lee"},{"alternatives":[{"content":"Hi,"}],"start_time":"62.0","speaker_label":"Bob Ray"},{"alternatives":[{"content":"how"}]},{"alternatives":[{"content":"are"}]},{"alternatives":[{"content":"you?"}]}]}}""",
        """{"meeting":{"id":7,"title":"Demo"},"sentences":{"count":2},"call":{"segments":[{"speaker":"Ann Lee","text":"Hello there.","start":1.5},{"speaker":"Bob Ray","text":"Hi, how are you?","start":62}]}}""",
        """{"metadata":{"name":"Demo"},"results":{"channels":[{"alternatives":[{"transcript":"Hello there. Hi, how are you?","paragraphs":{"transcript":"x","paragraphs":[{"sentences":[{"text":"Hello there.","start":1.5}],"speaker":"Ann Lee"},{"sentences":[{"text":"Hi, how are you?","start":62}],"speaker":"Bob Ray"}]}}]}]}}""",
        """{"recognizedPhrases":[{"speaker":"Ann Lee","offsetInTicks":15000000,"nBest":[{"lexical":"hello there","display":"Hello there."},{"display":"Hullo"}]},{"speaker":"Bob Ray","offsetInTicks":620000000,"nBest":[{"display":"Hi, how are you?"}]}]}""",
        """{"text":"Hello there. Hi","words":[{"text":"Hello","start":1.5,"speaker_id":"Ann Lee"},{"text":" ","type":"spacing"},{"text":"there.","speaker_id":"Ann Lee"},{"text":"Hi,","start":62,"speaker_id":"Bob Ray"},{"text":" "},{"text":"how"},{"text":" "},{"text":"are"},{"text":" "},{"text":"you?"}]}""",
        """{"chunks":[{"timestamp":[1.5,3.0],"text":" Ann Lee: Hello there."},{"timestamp":[62.0,64.0],"text":" Bob Ray: Hi, how are you?"}]}""",
        """{"transcription":[{"timestamps":{"from":"00:00:01,500","to":"00:00:03,000"},"offsets":{"from":1500},"text":" Ann Lee: Hello there."},{"timestamps":{"from":"00:01:02,000"},"text":"Bob Ray: Hi, how are you?"}]}""",
        """{"messages":[{"from":{"name":"Ann Lee"},"message":{"text":"Hello there."},"time":1.5},{"from":{"name":"Bob Ray"},"message":{"text":"Hi, how are you?"},"time":62}]}""",
        """{"transcript":{"title":"Demo","name":"Weekly","owner":{"name":"Cy"},"lines":[{"name":"Ann Lee","line":"Hello there.","ts":"0:01.5"},{"name":"Bob Ray","line":"Hi, how are you?","ts":"1:02"}]}}""",
        """{"speakers":{"spk_0":"Ann Lee","spk_1":{"name":"Bob Ray"}},"audio_segments":[{"transcript":"Hello there.","start_time":"1.5","speaker_label":"spk_0","items":[0,1]},{"transcript":"Hi, how are you?","start_time":"62","speaker_label":"spk_1","items":[2]}]}""",
        """{"Transcript":[{"Speaker Name":"Ann Lee","Spoken Text":"Hello there.","Start Time":"0:01.5"},{"Speaker Name":"Bob Ray","Spoken Text":"Hi, how are you?","Start Time":"1:02"}]}""",
        """{"transcript":"[0:01.5] Ann Lee: Hello there.\n[1:02] Bob Ray: Hi, how are you?"}""",
        """["[0:01.5] Ann Lee: Hello there.","[1:02] Bob Ray: Hi, how are you?"]""",
        """[{"text":"[0:01.5] Ann Lee: Hello there.\n[1:02] Bob Ray: Hi, how are you?"}]""",
        """{"body":{"payload":{"session":{"transcript":{"speaker_blocks":[{"start_time":1.5,"speaker":{"name":"[Ann Lee]:"},"words":"Hello there."},{"start_time":62,"speaker":{"name":"**Bob Ray** (Acme)"},"words":"Hi, how are you?"}]}}}}}""",
        """[{"id":1,"start":{"seconds":1.5},"speaker":{"user":{"first_name":"Ann","last_name":"Lee"}},"words":{"text":"Hello there."}},{"start":{"seconds":62},"speaker":{"email":"x@y.example","name":"Bob Ray"},"text":"Hi, how are you?"}]""",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Turns_are_recognized(string json)
    {
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
    [InlineData("""{"name":"Weekly","text":"Ann: x\nBob: y"}""", "Ann: x\nBob: y")]
    [InlineData("""[{"speaker":"Ann","words":[{"word":"a"},{"word":"b"},{"word":"."}]}]""", "Ann: a b.")]
    [InlineData("""[{"word":"a","speaker":"Ann","start":1},{"word":"b","speaker":"Ann","start":2},{"word":"c","speaker":"Bob","start":3}]""", "Ann@1: a b\nBob@3: c")]
    [InlineData("""[{"speaker":"Ann","text":"x\ny: z"},{"speaker":"Ann","text":"more"}]""", "Ann: x / y: z\nAnn: more")]
    [InlineData("""[{"speaker":["Ann","Bob"],"text":"x"}]""", "Ann: x")]
    [InlineData("""[{"speaker_id":"u7","text":"x"},{"speaker_id":"u8","text":"y"}]""", "u7: x\nu8: y")]
    [InlineData("""[{"speaker":"A\ud800","text":"\ud83d\ude00 \udc00"}]""", "A: \U0001F600 \uFFFD")]
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
}
