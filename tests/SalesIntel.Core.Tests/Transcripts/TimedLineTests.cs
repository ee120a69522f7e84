using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Times of captions with words behind them: neither the words nor the name are lost, and a line that only looks so changes
/// nothing.</summary>
public sealed class TimedLineTests
{
    private const string Expected =
        "Dana Rep@5: Thanks for joining, how do reviews work today?\nAnn Lee@14: We lose hours: too many.\nDana Rep@20: Who signs?\nAnn Lee@61: Our CFO.";

    private static readonly (string Name, int From, int To, string Words)[] Said =
    [
        ("Dana Rep", 5, 14, "Thanks for joining, how do reviews work today?"),
        ("Ann Lee", 14, 20, "We lose hours: too many."),
        ("Dana Rep", 20, 61, "Who signs?"),
        ("Ann Lee", 61, 65, "Our CFO."),
    ];

    public static TheoryData<string, string> Forms
    {
        get
        {
            var forms = new TheoryData<string, string>();
            foreach (var head in new[] { "", "WEBVTT\n\n", "WEBVTT - Demo\nKind: captions\n\n" })
            {
                forms.Add(head, "{f} --> {t} {n}: {w}");
                forms.Add(head, "{f}.000 --> {t}.000 {n}: {w}");
                forms.Add(head, "{f},000 --> {t},000 {n}: {w}\n");
                forms.Add(head, "{f} -> {t} {n}: {w}");
                forms.Add(head, "{f} → {t} {n}: {w}");
                forms.Add(head, "{f} --> {t} align:start position:0% {n}: {w}");
                forms.Add(head, "{f} --> {t} X1:1 X2:2 Y1:3 Y2:4 {n}: {w}");
                forms.Add(head, "{f} --> {t} {n}\n{w}");
                forms.Add(head, "{f}.000 --> {t}.000 {n}\n{w}\n");
                forms.Add(head, "{f} --> {t} <v {n}>{w}</v>");
                forms.Add(head, "{f} --> {t} line:0 <v {n}>{w}");
                forms.Add(head, "{f} --> {t} [{n}]: {w}");
                forms.Add(head, "{f} --> {t} {n} (Acme): {w}");
            }

            forms.Add("WEBVTT\n\n", "1\n{f} --> {t} {n}: {w}\n");
            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Words_behind_times_are_a_turn(string head, string form)
    {
        var transcript = Transcript.Parse(head + string.Join('\n', Said.Select(turn => Write(form, turn))), Turns.Start);

        Assert.Equal(Expected, Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [InlineData("{f} --> {t}\n{n}: {w}\n")]
    [InlineData("1\n{f},000 --> {t},000\n{n}: {w}\n")]
    [InlineData("{f}.000 --> {t}.000 align:start\n<v {n}>{w}</v>\n")]
    public void Line_with_words_among_usual_captions_is_one_of_them(string usual)
    {
        foreach (var odd in new[] { "{f} --> {t} {n}: {w}\n", "{f}.000 --> {t}.000 {n}\n{w}\n", "{f} --> {t} size:50% {n}: {w}" })
        {
            for (var at = 0; at < Said.Length; at++)
            {
                var transcript = Transcript.Parse(
                    string.Join('\n', Said.Select((turn, index) => Write(index == at ? odd : usual, turn))), Turns.Start);

                Assert.Equal(Expected, Turns.Of(transcript));
                Assert.Empty(transcript.Issues);
            }
        }
    }

    [Theory]
    [InlineData("9:00 --> 17:30 mostly proofs, and it is chaos.")]
    [InlineData("9:00 -> 17:30 mostly proofs, and it is chaos.")]
    [InlineData("9:00 → 17:30 on most days")]
    [InlineData("9:00 --> 17:30")]
    [InlineData("10:00 --> 12:00\nand 13:00 --> 17:30")]
    public void Stray_line_is_a_part_of_what_was_said(string line)
    {
        var text = $"Dana Rep: When do you work on them?\nAnn Lee: All day long.\n{line}\nDana Rep: Every day?\nAnn Lee: Every day but Friday.\nDana Rep: I see.";

        Assert.Equal(
            $"Dana Rep: When do you work on them?\nAnn Lee: All day long. / {line.Replace("\n", " / ", StringComparison.Ordinal)}\nDana Rep: Every day?\nAnn Lee: Every day but Friday.\nDana Rep: I see.",
            Turns.Of(text));
    }

    [Fact]
    public void Stray_line_between_timed_turns_takes_no_time_from_them() => Assert.Equal(
        "Dana Rep@1: When do you work?\nAnn Lee@5: From / 9:00 --> 17:30 mostly proofs, and it is chaos.\nDana Rep@9: I see.\nAnn Lee@12: Yes.",
        Turns.Of("[00:01] Dana Rep: When do you work?\n[00:05] Ann Lee: From\n9:00 --> 17:30 mostly proofs, and it is chaos.\n[00:09] Dana Rep: I see.\n[00:12] Ann Lee: Yes."));

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000 position: it is the worst", "@1: position: it is the worst")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000 vertical:rl region:r1 we begin", "@1: we begin")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000 42\n00:04.000 --> 00:06.000 43", "@1: 42\n@4: 43")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000 so we\nbegin", "@1: so we / begin")]
    [InlineData("00:01.000 --> 00:04.000\nhello there\n\n00:04.000 --> 00:06.000 and welcome", "@1: hello there\n@4: and welcome")]
    [InlineData("00:01.000 --> 00:04.000 hello\n00:04.000 --> 00:06.000 and welcome\n00:06.000 --> 00:07.000 we begin", "@1: hello\n@4: and welcome\n@6: we begin")]
    [InlineData("00:01.000 --> 00:04.000\n<v Ann>We buy <5m> of it", "Ann@1: We buy <5m> of it")]
    public void Words_without_a_speaker_are_kept(string text, string expected) => Assert.Equal(expected, Turns.Of(text));

    [Fact]
    public void Long_words_behind_times_are_kept()
    {
        var words = string.Join(' ', Enumerable.Repeat("We lose hours.", 40));

        Assert.Equal($"Ann Lee@1: {words}", Turns.Of($"WEBVTT\n\n00:01.000 --> 00:04.000 Ann Lee: {words}"));
    }

    private static string Write(string form, (string Name, int From, int To, string Words) turn) => form
        .Replace("{n}", turn.Name, StringComparison.Ordinal)
        .Replace("{w}", turn.Words, StringComparison.Ordinal)
        .Replace("{f}", $"{TimeSpan.FromSeconds(turn.From):hh\\:mm\\:ss}", StringComparison.Ordinal)
        .Replace("{t}", $"{TimeSpan.FromSeconds(turn.To):hh\\:mm\\:ss}", StringComparison.Ordinal);
}
