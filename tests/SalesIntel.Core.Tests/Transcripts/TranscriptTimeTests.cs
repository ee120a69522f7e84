using System.Text;
using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Reading takes time linear in the length of the text. Two lengths are compared, because a limit in seconds would say something
/// about the machine; and it is the processor's time, because others may use the machine too.</summary>
[Collection(nameof(UndisturbedCollection))]
public sealed class TranscriptTimeTests
{
    private const int Short = 50_000;
    private const int Times = 16;
    private const int TenMegabytes = 10_000_000;

    // What grows with the square would be 16 times slower than what is linear; a collection of garbage is not.
    private const double MostFactor = 4;

    private static readonly Dictionary<string, Func<int, string>> Kinds = new(StringComparer.Ordinal)
    {
        ["turns"] = Of(i => $"[00:{i / 60 % 60:00}:{i % 60:00}] Person {Letter(i % 7)}: We lose about twelve hours a week, item {i}.\n"),
        ["turns by two"] = Of(i => $"{(i % 2 == 0 ? "Ann Lee" : "Bob Ray")}  {i / 60}:{i % 60:00}\nWe lose about twelve hours.\n\n"),
        ["names that are all different"] = Of(i => $"Nam{Letter(i)}{Letter(i / 26)}{Letter(i / 676)}e: words\n"),
        ["a long turn of lines like names"] = text => "Ann Lee:\n" + Of(i => $"so {i}: words\n")(text),
        ["headings"] = Of(i => $"Next steps {i}: {i}\nMy point: x\n"),
        ["one line"] = Of(_ => "so we said: [this] and (that) at 10:30 - "),
        ["blank lines"] = Of(_ => "\n"),
        ["blank lines between times"] = Of(i => i % 100 == 0 ? "0:10\n" : "\n"),
        ["brackets"] = Of(_ => "[({<"),
        ["brackets on lines"] = Of(_ => "[({<[({<[({<[({<[({<[({<[({<[({<[({<[({<: a\n"),
        ["stars"] = Of(_ => "** "),
        ["clocks"] = Of(_ => "0:10 "),
        ["captions"] = Of(i => $"{i + 1}\n00:{i / 60 % 60:00}:{i % 60:00},000 --> 00:59:59,000\n<v Ann Lee>Hello &amp; there</v>\n\n"),
        ["captions in a row"] = Of(_ => "0:01 --> 0:02\n"),
        ["captions with words behind"] = Of(i => $"00:{i / 60 % 60:00}:{i % 60:00} --> 00:59:59 Ann Lee: Hello there\n"),
        ["captions with words behind, marked"] = text => "WEBVTT\n\n" + Of(i => $"00:{i / 60 % 60:00}:{i % 60:00} --> 00:59:59 Ann Lee: Hello\n")(text),
        ["closing lines"] = Of(_ => "Meeting ended after 00:31:12\n"),
        ["units"] = Of(_ => "1m 5s "),
        ["arrows"] = Of(_ => "-->\n"),
        ["open tags"] = text => "<v Ann>" + Of(_ => "<v <i ")(text),
        ["one long caption"] = text => "0:01 --> 0:02\n" + Of(_ => "word\n\n7\n")(text),
        ["blocks"] = List(i => new { speaker = $"Person {i % 7}", start = i, words = "We lose about twelve hours a week." }),
        ["blocks as text"] = text => JsonSerializer.Serialize(JsonSerializer.Serialize(List(i => new { speaker = "Ann", text = $"\"{i}\"\\" })(text))),
        ["texts"] = List(i => $"Ann: {i}"),
        ["words"] = List(i => new { word = "a", speaker = i / 9 % 2 }),
        ["blocks without words"] = List(i => new { id = i }),
        ["numbers"] = List(i => i),
        ["JSON in blocks"] = List(i => new { text = $"[{{\"text\":\"{i}\"}}]" }),
        ["JSON cut off"] = text => List(i => new { speaker = "Ann", text = $"{i}" })(text)[..^2],
        ["quotation marks"] = Of(_ => "\""),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Longer_text_takes_longer_in_proportion(string kind) => AssertLinear(Kinds[kind](Short), Kinds[kind](Short * Times));

    [Theory]
    [InlineData("turns")]
    [InlineData("blocks")]
    public void Ten_megabytes_take_longer_in_proportion(string kind) =>
        AssertLinear(Kinds[kind](TenMegabytes / Times), Kinds[kind](TenMegabytes));

    private static void AssertLinear(string little, string much)
    {
        var times = (int)Math.Round((double)much.Length / little.Length);
        Time(little, 1);
        var factor = double.MaxValue;
        for (var attempt = 0; attempt < 5 && factor > MostFactor; attempt++)
        {
            // The same number of characters, in many texts and in one.
            factor = Math.Min(factor, Time(much, 1) / Time(little, times));
        }

        Assert.InRange(factor, 0, MostFactor);
    }

    private static double Time(string text, int times)
    {
        var begin = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            GC.KeepAlive(Transcript.Parse(text, Turns.Start, ["Ann Lee"]));
        }

        return (Environment.CpuUsage.TotalTime - begin).TotalMilliseconds;
    }

    private static char Letter(int number) => (char)('a' + (number % 26));

    private static Func<int, string> Of(Func<int, string> piece) => length =>
    {
        var text = new StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(piece(i));
        }

        return text.ToString();
    };

    private static Func<int, string> List(Func<int, object> item) => length =>
        $"[{Of(i => (i == 0 ? "" : ",") + JsonSerializer.Serialize(item(i)))(length)}]";
}
