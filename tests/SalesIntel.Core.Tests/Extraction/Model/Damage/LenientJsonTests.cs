using System.Text.Json;

namespace SalesIntel.Extraction;

public class LenientJsonTests
{
    private static CompletionNames Names => new(["a", "b"]);

    [Theory]
    [InlineData("""{"a":1,"b":2}""", "Strict", """{"a":1,"b":2}""")]
    [InlineData("\uFEFF {\"a\":1}\n", "Strict", """{"a":1}""")]
    [InlineData("""[{"a":1}]""", "Strict", """{"a":1}""")]
    [InlineData("Here you are:\n```json\n{\"a\":1}\n```\nAnything else?", "Fenced", """{"a":1}""")]
    [InlineData("```json\n{\"a\":1}", "Fenced", """{"a":1}""")]
    [InlineData("```\n{\"x\":1}\n```\n```json\n{\"a\":1}\n```", "Fenced", """{"a":1}""")]
    [InlineData("""Sure! {"a":"}{"} Bye.""", "Scanned", """{"a":"}{"}""")]
    [InlineData("""First {"x":1}, then {"a":"\"}"} .""", "Scanned", """{"a":"\"}"}""")]
    [InlineData("""{"a":1} {"a":1,"b":2} {"b":3}""", "Scanned", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":[1,2,],}""", "Repaired", """{"a":1,"b":[1,2]}""")]
    [InlineData("{\"a\":1, // why\n \"b\":2 /* so */}", "Repaired", """{"a":1,"b":2}""")]
    [InlineData("""{"a":NaN,"b":-Infinity}""", "Repaired", """{"a":null,"b":null}""")]
    [InlineData("""{"a":undefined,"b":True}""", "Repaired", """{"a":null,"b":true}""")]
    [InlineData("{\"a\":\"one\ntwo\"}", "Repaired", """{"a":"one\u000atwo"}""")]
    [InlineData("""{"a":"x" "b":"y"}""", "Repaired", """{"a":"x","b":"y"}""")]
    [InlineData("""{a:1,b:2}""", "Repaired", """{"a":1,"b":2}""")]
    [InlineData("""{"a":[1,2""", "Repaired", """{"a":[1]}""")]
    [InlineData("""{"a":"whole","b":"hal""", "Repaired", """{"a":"whole"}""")]
    [InlineData("""{"a":1,"b":""", "Repaired", """{"a":1}""")]
    [InlineData("""{"a":{"c":1},"b":[{"d":2}""", "Repaired", """{"a":{"c":1},"b":[{"d":2}]}""")]
    public void Read_TextWithAnObject_IsReadByTheFirstLayerThatCan(string text, string layer, string expected)
    {
        var read = LenientJson.Read(text, Names);

        var members = JsonSerializer.Serialize(read.Members);
        Assert.Equal(layer, read.Layer.ToString());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(members)), members);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("I can't help with that.")]
    [InlineData("The set {x, y} is empty.")]
    [InlineData("[1,2,3]")]
    [InlineData("\"text\"")]
    [InlineData("{]")]
    [InlineData("""{"a":tru}""")]
    public void Read_TextWithoutAnAnswer_IsNone(string? text) => Assert.Equal(JsonLayer.None, LenientJson.Read(text, Names).Layer);

    [Fact]
    public void Read_RepeatedKey_LastWins()
    {
        var read = LenientJson.Read("""{"a":1,"a":2}""", Names);
        Assert.Equal(2, read.Members["a"].GetInt32());
        Assert.Equal(LooseNotes.Repeated, read.Repaired["a"]);
    }

    [Fact]
    public void Read_TooDeepOrTooLong_IsNone()
    {
        var deep = "{\"a\":" + new string('[', 5_000) + new string(']', 5_000) + "}";
        Assert.Equal(JsonLayer.None, LenientJson.Read(deep, Names).Layer);
        var longText = "{\"a\":\"" + new string('x', LenientJson.MaxCharacters) + "\"}";
        Assert.Equal(JsonLayer.None, LenientJson.Read(longText, Names).Layer);
    }

    [Fact]
    public void Read_ManyOpenBraces_IsNone() => Assert.Equal(JsonLayer.None, LenientJson.Read(new string('{', 400_000), Names).Layer);

    [Fact]
    public void Read_AnyPrefixOfAnAnswer_NeverGivesHalfAValue()
    {
        const string Answer = """{"a":"alpha beta","b":["one","two"],"c":12.5,"d":true}""";
        for (var length = 0; length < Answer.Length; length++)
        {
            foreach (var (_, value) in LenientJson.Read(Answer[..length], new CompletionNames(["a", "b", "c", "d"])).Members)
            {
                var text = value.GetRawText();
                Assert.True(
                    text is "\"alpha beta\"" or "[]" or "[\"one\"]" or "[\"one\",\"two\"]" or "12.5" or "true", $"{length}: {text}");
            }
        }
    }
}
