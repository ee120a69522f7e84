using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Extraction.Damage;

/// <summary>The tolerant parser by itself: JSON it reads as a strict one does, and nothing makes it throw or take more than linear time.</summary>
public class LooseParserTests
{
    private const string Signs = "{}[]()\"'“”„‘’`«»:,;=#/*\\.…-+0123456789 \n\t\u200B\uFEFFabcdefunxNT_éß你\uD83D\uDE00";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Json_is_read_as_it_is_without_a_word(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var honest = new JsonObject { ["z"] = Value(random, 0), ["x"] = Value(random, 0), ["y"] = Value(random, 0) };
            var text = honest.ToJsonString(new JsonSerializerOptions
            {
                WriteIndented = i % 2 == 0, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
            var read = LenientJson.Read($"Here: {text} Bye.", new CompletionNames(["z", "x", "y", "metrics"]));
            Assert.True(
                JsonElement.DeepEquals(JsonElement.Parse(honest.ToJsonString()), JsonElement.Parse(JsonSerializer.Serialize(read.Members))),
                $"{text}\n{JsonSerializer.Serialize(read.Members)}\n{string.Join('\n', read.Issues)}");
            Assert.Empty(read.Issues);
            Assert.Equal(JsonLayer.Scanned, read.Layer);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_text_is_read_without_an_exception(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++)
        {
            var text = new StringBuilder(random.Next(2) == 0 ? "" : HonestAnswers.Of(HonestAnswers.All[random.Next(6)]).ToJsonString());
            for (var edits = random.Next(1, 60); edits > 0; edits--)
            {
                var at = random.Next(text.Length + 1);
                if (random.Next(3) == 0 && at < text.Length)
                {
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                }
                else
                {
                    text.Insert(at, Signs[random.Next(Signs.Length)]);
                }
            }

            var read = LenientJson.Read(text.ToString(), HonestAnswers.Names("claims"));
            Assert.All(read.Members.Values, value => Assert.NotEmpty(Encoding.UTF8.GetBytes(value.GetRawText())));
        }
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 2 ? 5 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-5_000, 5_000)),
        3 => JsonValue.Create(Math.Round((random.NextDouble() - 0.5) * 1e6, 3)),
        4 => JsonValue.Create(Text(random)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create($"{(random.Next(3) == 0 ? Text(random) : "k")}{i}", Value(random, depth + 1)))),
    };

    private static string Text(Random random)
    {
        string[] pieces = ["yes", "\"", "'", "“no”", "{a}", "[b]", ", ", ": ", "metrics", "// c", "# d", "\\", "\n", "…", "é", "\U0001F600", "null", "12", "}", "]", " "];
        return string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
