using System.Text;
using System.Text.Json;
using CsCheck;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>No text makes the reader throw, and nothing that comes out of it harms what comes after.</summary>
public sealed class HostileTranscriptTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly string[] Scraps =
    [
        ":", "[", "]", "(", ")", "<", ">", "<v ", "{", "}", "\"", "\\", "*", "**", "__", "|", "@", "-", "-->", "\n", "\n\n", "\r", "\t", "\0", "0:10", "00:00:10",
        "99:99", "999:59:59", "12:00 AM", "2026-11-18T10:00:00", "9999-12-31T23:59:59Z", "WEBVTT", "NOTE", "Ann", "Ann Lee:", "Speaker 1", "\uFEFF", "\u202E", "\u200D",
        "\uD83D", "\uDE00", "&#0;", "&lt;", "[{\"text\":\"x\"}]", "\"text\":", "1e309", "，", "：", "【", "\\u0000", "\\ud800", "PT1S", "8.0s",
    ];

    // By number, because a test's arguments travel as text that could not hold half of a surrogate pair.
    private static readonly string[] OddTexts =
    [
        "", " ", "\n", "\uFEFF", "\0", ":", "::", ": :", "[", "]", "[]", "[]:", "()", "():", "<v >", "<v>", "<v ></v>", "**", "****", "**:**", "__:__", "-", "- :", ">>", ">> :",
        "00:00", "00:00:00", "0:10:", "[0:10]", "[0:10]:", "[0:10", "0:10]", "(0:10) :", "0:10 |", "| 0:10", "@", "@:", "0:10 @", "a @", "a,", "a |", "a -", "a @ 0:10", "\" : \"",
        "WEBVTT", "WEBVTT\n\n", "WEBVTT\n\n1", "1\n", "1\n00:00:01,000 --> ", "00:00 --> 00:01", "-->", "--> -->", "00:01 --> 00:02\n<v", "00:01 --> 00:02\n{\\", "00:01 --> 00:02\n</v>",
        "{", "{\"", "[{", "[\"", "\"", "\"\"", "\"\\\"", "[[[[", "[null]", "[[]]", "[{}]", "{\"text\":{}}", "{\"text\":[[[\"x\"]]]}", "{\"words\":[{\"words\":[{\"words\":\"x\"}]}]}",
        "[{\"speaker\":{\"speaker\":{\"speaker\":{\"speaker\":{\"name\":\"x\"}}}},\"text\":\"x\"}]", "[{\"speaker\":{},\"text\":\"x\",\"start\":{}}]", "[{\"\":\"\",\" \":1,\"text\":\"x\"}]",
        "[{\"text\":\"x\",\"text\":\"y\",\"speaker\":1,\"speaker\":2}]", "[{\"text\":\"x\",\"start\":-0.0},{\"text\":\"y\",\"start\":1e308}]", "[{\"alternatives\":[]},{\"alternatives\":[]}]",
        "[{\"alternatives\":[1]},{\"alternatives\":[{}]}]", "[{\"word\":null},{\"word\":7}]", "{\"speakers\":{\"a\":[]},\"participants\":[1,[],{\"id\":{},\"name\":\"x\"}],\"text\":\"x\"}",
        "\uD83D: hi", "Ann\uD83D: hi\uDE00", "A\u0301: hi", "\u202Eeel nnA: hi", "Ann\0Lee: hi", "Ann\u200B: hi", "999:59:59 Ann: hi", "[999:59:59] Ann: hi", "9999-12-31T23:59:59Z Ann: hi",
        "0001-01-01T00:00:00+14:00 Ann: hi", "\"\\ud800: hi\\n\"", "&#xD800;: hi", "<v &#0;>hi", "<v Ann>&#x202E;hi",
    ];

    public static TheoryData<string> Deep =>
    [
        new string('[', 100_000), new string('(', 100_000), new string('<', 100_000), new string('*', 100_000), new string(':', 100_000), new string('>', 100_000),
        new string('"', 100_000), new string('\n', 100_000), string.Concat(Enumerable.Repeat("[(", 50_000)) + ": hi", new string('[', 60) + new string(']', 60),
        string.Concat(Enumerable.Repeat("{\"text\":", 5_000)) + "1" + new string('}', 5_000), new string('[', 5_000) + new string(']', 5_000), new string('A', 200_000) + ": hi",
        string.Concat(Enumerable.Repeat("A ", 100_000)) + ": hi", Nested(12), string.Concat(Enumerable.Repeat("<v ", 50_000)), string.Concat(Enumerable.Repeat("0:10 - ", 50_000)),
    ];

    public static TheoryData<int> Odd => [.. Enumerable.Range(0, OddTexts.Length)];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_text_is_read(int number) => AssertSane(OddTexts[number]);

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_text_is_read(string text) => AssertSane(text);

    [Fact]
    public void Text_cut_off_anywhere_is_read()
    {
        string[] whole =
        [
            "[00:00:01] Ann Lée (Acme): Hi 😀\n**Bob Ray** 0:10\nyes: no\n\nSpeaker 1 00:20\n>> C: \"d\"\n李明：你好\n",
            "WEBVTT - x\n\nNOTE y\n\n1 \"Ann\" (2)\n00:00:01.000 --> 00:00:02.000 align:start\n<v.loud Ann Lée>a &amp; b <00:01.500>😀</v>\n\n2\n00:03,000 --> 00:04,000\nBob: x\n",
            "{\"speakers\":[{\"id\":0,\"name\":\"Ann Lée\"}],\"segments\":[{\"speaker\":0,\"start\":1.5,\"words\":[{\"word\":\"😀\\ud83d\"}]},\"{\\\"text\\\":\\\"x\\\"}\"]}",
        ];
        foreach (var bytes in whole.Select(Encoding.UTF8.GetBytes))
        {
            for (var length = 0; length <= bytes.Length; length++)
            {
                AssertSane(Encoding.UTF8.GetString(bytes, 0, length));
                AssertSane(Encoding.UTF8.GetString(bytes, length, bytes.Length - length));
            }
        }
    }

    [Fact]
    public void Text_of_scraps_is_read() => Gen.Int[0, Scraps.Length - 1].Array[0, 30]
        .Sample(scraps => AssertSane(string.Concat(scraps.Select(scrap => Scraps[scrap]))));

    [Fact]
    public void Value_of_scraps_is_read() => Gen.Select(Gen.Int[0, Scraps.Length - 1].Array[3], Gen.Int[0, 5])
        .Sample((scraps, shape) =>
        {
            var text = JsonSerializer.Serialize(Scraps[scraps[0]]);
            var other = JsonSerializer.Serialize(Scraps[scraps[1]]);
            var third = JsonSerializer.Serialize(Scraps[scraps[2]]);
            AssertSane(shape switch
            {
                0 => $"[{{\"speaker\":{text},\"text\":{other},\"start\":{third}}}]",
                1 => $"{{\"turns\":[{{\"speaker\":{{\"name\":{text}}},\"words\":[{other},{{\"text\":{third}}}]}}]}}",
                2 => $"[{text},{other},{third}]",
                3 => $"{{\"transcript\":{text},\"text\":{other},\"speakers\":[{{\"id\":{third},\"name\":{text}}}]}}",
                4 => $"[{{\"speaker\":{text},\"text\":{other},\"timestamp\":[{third}]}},{{\"text\":{third},\"at\":{{\"from\":{text}}}}}]",
                _ => $"{{\"results\":{{\"items\":[{{\"alternatives\":[{{\"content\":{text}}}],\"speaker\":{other}}},{{\"alternatives\":[{third}]}}]}}}}",
            });
        });

    [Fact]
    public void Random_text_is_read() => Gen.String[0, 60].Sample(AssertSane);

    [Fact]
    public void More_turns_than_anyone_speaks_are_left_out_and_an_issue()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_007; i++)
        {
            text.Append("Ann Lee: hi\n");
        }

        var transcript = Transcript.Parse(text.ToString());

        Assert.Equal(100_000, transcript.Turns.Count);
        Assert.Equal("The transcript has more than 100,000 turns; 7 are left out.", Assert.Single(transcript.Issues));
    }

    [Fact]
    public void Missing_argument_is_named()
    {
        Assert.Throws<ArgumentNullException>("text", () => Transcript.Parse(null!));
        Assert.Throws<ArgumentNullException>("knownNames", () => Transcript.Parse("", null, null!));
        Assert.Empty(Transcript.Parse("Ann: hi", null, [null!, "", " ", "\0", ":", "[]"]).Issues);
    }

    private static void AssertSane(string text)
    {
        foreach (var start in new DateTimeOffset?[] { null, Turns.Start, DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
        {
            var transcript = Transcript.Parse(text, start, ["Ann Lee", "ann@lee.example"]);

            Assert.All(transcript.Turns, turn =>
            {
                Assert.NotEmpty(turn.Text.Trim());
                Assert.InRange(turn.Speaker.Length, 0, 1_100);
                Assert.DoesNotContain(turn.Speaker + turn.Text, c => char.IsControl(c) && c is not ('\n' or '\t'));
                Assert.DoesNotContain('\n', turn.Speaker);
                _ = Strict.GetBytes(turn.Speaker + turn.Text);
                Assert.Equal(TimeSpan.Zero, turn.At?.Offset ?? TimeSpan.Zero);
            });
            Assert.All(transcript.Issues, issue => Assert.Matches("^[A-Z][A-Za-z0-9 ,;:']+\\.( They are left out\\.)?$", issue));
        }
    }

    private static string Nested(int layers)
    {
        var text = "[{\"speaker\":\"Ann\",\"text\":\"hi\"}]";
        for (var layer = 0; layer < layers; layer++)
        {
            text = JsonSerializer.Serialize(text);
        }

        return text;
    }
}
