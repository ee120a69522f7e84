using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>WebVTT, SubRip and what recorders make of them.</summary>
public sealed class CaptionTests
{
    private const string Expected = "Ann Lee@1: Hello there.\nBob Ray@4.5: Hi, how are you?";

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>Hello there.</v>\n\n00:04.500 --> 00:06.000\n<v Bob Ray>Hi, how are you?")]
    [InlineData("WEBVTT - Demo\nKind: captions\n\nNOTE a remark\nof two lines\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n"
        + "1\n00:00:01.000 --> 00:00:04.000 align:start\n<v.loud Ann Lee>Hello <i>there</i>.</v>\n\n"
        + "2\n00:00:04.500 --> 00:00:06.000\n<v Bob Ray>Hi, <c.x>how</c> <00:00:05.000>are you?</v>\n\nNOTE the end")]
    [InlineData("WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAnn Lee: Hello there.\n\n2\n00:00:04.500 --> 00:00:06.000\nBob Ray: Hi, how are you?")]
    [InlineData("WEBVTT\n\n1 \"Ann Lee\" (2345678)\n00:00:01.000 --> 00:00:04.000\nHello there.\n\n2 \"Bob Ray\" (2345679)\n00:00:04.500 --> 00:00:06.000\nHi, how are you?")]
    [InlineData("WEBVTT\n\n1e2c-4f/12-0\n00:00:01.000 --> 00:00:04.000\n<v Ann Lee (Acme)>Hello there.</v>\n\n1e2c-4f/12-1\n00:00:04.500 --> 00:00:06.000\n<v Bob Ray>Hi, how are you?</v>")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\nAnn Lee: Hello there.\n\n2\n00:00:04,500 --> 00:00:06,000\nBob Ray: Hi, how are you?\n")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\n[Ann Lee]: Hello there.\n2\n00:00:04,500 --> 00:00:06,000\n[Bob Ray]: Hi, how are you?\n")]
    [InlineData("1\n\n00:00:01,000 --> 00:00:04,000\n\n>> Ann Lee: Hello there.\n\n2\n\n00:00:04,500 --> 00:00:06,000\n\n>> Bob Ray: Hi, how are you?\n")]
    [InlineData("00:00:01.000 --> 00:00:04.000\n<v Ann Lee>Hello there.</v>\n00:00:04.500 --> 00:00:06.000\n<v Bob Ray>Hi, how are you?</v>")]
    [InlineData("0:00:01.000,0:00:04.000\nAnn Lee: Hello there.\n\n0:00:04.500,0:00:06.000\nBob Ray: Hi, how are you?")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\n{\"speakerName\":\"Ann Lee\",\"spokenText\":\"Hello there.\",\"spokenLanguage\":\"en-us\"}\n\n"
        + "00:04.500 --> 00:06.000\n{\"speakerName\":\"Bob Ray\",\"spokenText\":\"Hi, how are you?\"}")]
    [InlineData("0:0:1.0 --> 0:0:4.0\nAnn Lee: Hello there.\n\n0:0:4.500 --> 0:0:6.0\nBob Ray: Hi, how are you?")]
    [InlineData("1\n00:00:04,500 --> 00:00:06,000\nBob Ray: Hi, how are you?\n\n2\n00:00:01,000 --> 00:00:04,000\nAnn Lee: Hello there.")]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000 X1:1 X2:2\n{\\an8}<font color=\"#fff\">Ann Lee:</font> Hello there.\n\n2\n00:00:04,500 —> 00:00:06,000\n<b>Bob Ray</b>: Hi, how are you?")]
    [InlineData("\"WEBVTT\\n\\n00:01.000 --> 00:04.000\\n<v Ann Lee>Hello there.</v>\\n\\n00:04.500 --> 00:06.000\\n<v Bob Ray>Hi, how are you?\"")]
    [InlineData("{\"vtt\":\"WEBVTT\\n\\n00:01.000 --> 00:04.000\\n<v Ann Lee>Hello there.</v>\\n\\n00:04.500 --> 00:06.000\\n<v Bob Ray>Hi, how are you?\"}")]
    public void Captions_are_turns_with_speaker_and_time(string text)
    {
        foreach (var form in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), "\uFEFF" + text + "\n\n" })
        {
            var transcript = Transcript.Parse(form, Turns.Start);

            Assert.Equal(Expected, Turns.Of(transcript));
            Assert.Empty(transcript.Issues);
        }
    }

    [Theory]
    [InlineData("<v Ann Lee>Hello there.</v>\n<v Bob Ray>Hi.</v>", "Ann Lee: Hello there.\nBob Ray: Hi.")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>Hello.</v>\n<v Bob Ray>Hi.</v>", "Ann Lee@1: Hello.\nBob Ray@1: Hi.")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\nAnn Lee: One,\n\n00:04.000 --> 00:05.000\ntwo\n\n00:05.000 --> 00:06.000\nBob Ray: three", "Ann Lee@1: One,\nAnn Lee@4: two\nBob Ray@5: three")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>a &lt; b &amp; c > d\n\n00:04.000 --> 00:05.000\n<v Bob &amp; Co>1 < 2", "Ann Lee@1: a < b & c > d\nBob & Co@4: 1 < 2")]
    [InlineData("0:0:1.0 --> 0:0:4.0\nAnn Lee\nHello there.\n\n0:0:4.5 --> 0:0:6.0\nBob Ray\nHi.\n\n"
        + "0:0:7.0 --> 0:0:8.0\nAnn Lee\nBye.\n\n0:0:8.0 --> 0:0:9.0\nBob Ray\nBye.", "Ann Lee@1: Hello there.\nBob Ray@4.5: Hi.\nAnn Lee@7: Bye.\nBob Ray@8: Bye.")]
    [InlineData("00:00:01:00 - 00:00:04:10\nAnn Lee\nHello there.\n\n00:00:04:00 - 00:00:06:00\nBob Ray\nHi.\n\n"
        + "00:00:07:00 - 00:00:08:00\nAnn Lee\nGreat.\n\n00:00:08:00 - 00:00:09:00\nBob Ray\nBye.", "Ann Lee@1: Hello there.\nBob Ray@4: Hi.\nAnn Lee@7: Great.\nBob Ray@8: Bye.")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000 00:02\nHello.", "@1: 00:02 / Hello.")]
    [InlineData("00:00:01\nSpeaker 1\nHello there.\n\n00:00:04\nSpeaker 2\nHi.\n\n00:00:07\nSpeaker 1\nBye.", "Speaker 1@1: Hello there.\nSpeaker 2@4: Hi.\nSpeaker 1@7: Bye.")]
    [InlineData("00:01\nGood Morning\neverybody here.\n\n00:04\nThank you.\n\n00:07\nBye now.", "@1: Good Morning / everybody here.\n@4: Thank you.\n@7: Bye now.")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n<v Ann>Yes", "@1: 42\nAnn@2: Yes")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\n<v Ann>Yes", "Ann@2: Yes")]
    [InlineData("Exported by a tool\n\n00:00:02,000 --> 00:00:03,000\n<v Ann>Yes", ": Exported by a tool\nAnn@2: Yes")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n<v Ann>One\n\nmore", "Ann@1: One /  / more")]
    public void Text_of_captions_is_read(string text, string expected) => Assert.Equal(expected, Turns.Of(text));

    [Fact]
    public void Captions_without_speakers_keep_their_times_and_are_an_issue()
    {
        var transcript = Transcript.Parse("1\n00:00:01,000 --> 00:00:02,000\nGood Morning\neverybody\n\n2\n00:00:03,000 --> 00:00:04,000\nwe begin", Turns.Start);

        Assert.Equal("@1: Good Morning / everybody\n@3: we begin", Turns.Of(transcript));
        Assert.Equal("No speakers were recognised in the transcript; its 2 parts are read without them.", Assert.Single(transcript.Issues));
    }

    [Theory]
    [InlineData("[0:01] hello\n[0:03] there", "@1: hello\n@3: there")]
    [InlineData("[00:01.000 --> 00:02.000]  hello\n[00:03.000 --> 00:04.000]  there", "@1: hello\n@3: there")]
    [InlineData("0:01\nhello\n0:03\nthere", "@1: hello\n@3: there")]
    [InlineData("0:01 hello\n0:03 there\n0:05 again", "@1: hello\n@3: there\n@5: again")]
    [InlineData("[0:03] there\n[0:01] hello", "@1: hello\n@3: there")]
    public void Times_without_speakers_are_times(string text, string expected) => Assert.Equal(expected, Turns.Of(text));
}
