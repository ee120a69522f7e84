using System.Text.Json;

namespace SalesIntel.Extraction;

public class AnswerFieldsTests
{
    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("null", "")]
    [InlineData("42.50", "42.50")]
    [InlineData("""["one","two",3,null]""", "one\ntwo\n3")]
    [InlineData("[]", "")]
    [InlineData("\"N/A\"", "")]
    [InlineData("\"Not mentioned.\"", "")]
    [InlineData("\"a\\u0000b\\u202Ec\\r\\nd\"", "abc\nd")]
    public void Text_SafeTypes_AreRead(string json, string expected)
    {
        var fields = Fields("f", json);
        Assert.Equal(expected, fields.Text("f"));
        Assert.Empty(fields.Failed);
    }

    [Theory]
    [InlineData("true", "is true or false where text is asked for")]
    [InlineData("{}", "is an object where text is asked for")]
    public void Text_OtherTypes_Fail(string json, string reason)
    {
        var fields = Fields("f", json);
        Assert.Equal("", fields.Text("f"));
        Assert.Equal(reason, fields.Failed["f"]);
        Assert.Equal(["f: " + reason], fields.Issues);
    }

    [Fact]
    public void Text_Missing_FailsWithoutIssue()
    {
        var fields = Fields("f", "1");
        Assert.Equal("", fields.Text("g"));
        Assert.Equal("is missing", fields.Failed["g"]);
    }

    [Fact]
    public void Text_TooLong_IsCutOutsideOfASurrogatePair()
    {
        var fields = Fields("f", JsonSerializer.Serialize(new string('x', 3_999) + "🎨 and more"));
        Assert.Equal(new string('x', 3_999), fields.Text("f"));
        Assert.Equal(["f: cut to 4000 characters"], fields.Issues);
    }

    [Fact]
    public void Text_ListWithAnObject_KeepsTheTexts()
    {
        var fields = Fields("f", """["one",{"x":1},"two"]""");
        Assert.Equal("one\ntwo", fields.Text("f"));
        Assert.Equal(["f: 1 items that are no text dropped"], fields.Issues);
    }

    [Theory]
    [InlineData("""["one"," two "]""", new[] { "one", "two" })]
    [InlineData("\"only one\"", new[] { "only one" })]
    [InlineData("\"- one\\n- two\"", new[] { "one", "two" })]
    [InlineData("null", new string[0])]
    public void List_SafeTypes_AreRead(string json, string[] expected) => Assert.Equal(expected, Fields("f", json).List("f"));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"[12]\"", 12)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("null", null)]
    [InlineData("\"many\"", null)]
    [InlineData("99999999999", null)]
    public void Turn_Numbers_AreRead(string json, int? expected) => Assert.Equal(expected, Fields("f", json).Turn("f"));

    [Theory]
    [InlineData("Hot", "Hot")]
    [InlineData("HOT!", "Hot")]
    [InlineData("super hot", "Super-hot")]
    [InlineData("Super_Hot", "Super-hot")]
    [InlineData("medium", "Warm")]
    [InlineData("Warm/Hot", "")]
    [InlineData("maybe", "")]
    public void Confidence_Ladder_NeverGuesses(string text, string expected)
    {
        var fields = Fields("f", JsonSerializer.Serialize(text));
        Assert.Equal(expected, fields.Confidence("f"));
        Assert.Equal(expected.Length == 0 ? ["f: is none of the allowed values"] : [], fields.Issues);
    }

    private static AnswerFields Fields(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new AnswerFields(
            new Dictionary<string, JsonElement> { [name] = document.RootElement.Clone() }, new ExtractionOptions());
    }
}
