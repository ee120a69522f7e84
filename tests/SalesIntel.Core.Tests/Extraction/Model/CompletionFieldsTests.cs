using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public class CompletionFieldsTests
{
    private static readonly LeadField Text = new("f");
    private static readonly LeadField List = new("f") { Kind = FieldKind.Lines, From = DocumentKind.Conversation };
    private static readonly LeadField Lines = new("f") { Kind = FieldKind.Lines };

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
        Assert.Equal(expected, fields.Text(Text, "f"));
        Assert.Empty(fields.Failed);
    }

    [Theory]
    [InlineData("true", "is true or false where text is asked for")]
    [InlineData("{}", "is an object where text is asked for")]
    public void Text_OtherTypes_Fail(string json, string reason)
    {
        var fields = Fields("f", json);
        Assert.Equal("", fields.Text(Text, "f"));
        Assert.Equal(reason, fields.Failed["f"]);
        Assert.Equal(["f: " + reason], fields.Texts.Issues);
    }

    [Fact]
    public void Text_Missing_FailsWithoutIssue()
    {
        var fields = Fields("f", "1");
        Assert.Equal("", fields.Text(Text, "g"));
        Assert.Equal("is missing", fields.Failed["g"]);
        Assert.Empty(fields.Texts.Issues);
    }

    [Theory]
    [InlineData("""{"who":"Potters","why":"Kiln is cold","score":3}""", "Potters\nKiln is cold")]
    [InlineData("""[{"q":"Who fires it?"},{"q":"When?","why":"to plan"}]""", "Who fires it?\nWhen?, to plan")]
    public void Texts_in_objects_are_read(string json, string expected)
    {
        Assert.Equal(expected, Fields("f", json).Text(Text, "f"));
        Assert.Equal(expected, Fields("f", json).Text(List, "f"));
    }

    [Fact]
    public void Text_ListWithAnObject_KeepsTheTexts()
    {
        var fields = Fields("f", """["one",{"x":1},"two"]""");
        Assert.Equal("one\ntwo", fields.Text(Text, "f"));
        Assert.Equal(["f: 1 item that is no text dropped"], fields.Texts.Issues);
    }

    [Theory]
    [InlineData("""["one"," two "]""", "one\ntwo")]
    [InlineData("""["one line\nand more","-",""]""", "one line and more")]
    [InlineData("\"only one\"", "only one")]
    [InlineData("\"- one\\n- two\"", "one\ntwo")]
    [InlineData("null", "")]
    public void List_SafeTypes_AreLines(string json, string expected) => Assert.Equal(expected, Fields("f", json).Text(List, "f"));

    [Fact]
    public void List_OtherTypes_Fail()
    {
        var fields = Fields("f", "7");
        Assert.Equal("", fields.Text(List, "f"));
        Assert.Equal("is a number where a list of texts is asked for", fields.Failed["f"]);
    }

    [Fact]
    public void Lines_of_a_form_are_text_as_it_was_written() =>
        Assert.Equal("- one\n\n- two", Fields("f", "\"- one\\n\\n- two\"").Text(Lines, "f"));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"[12]\"", 12)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("null", null)]
    [InlineData("\"many\"", null)]
    [InlineData("99999999999", null)]
    public void Turn_of_a_claim_is_a_number_in_any_form(string json, int? expected) => Assert.Equal(
        [new CompletionClaim("pain", "", "We lose files", expected, "Files get lost")],
        Fields("claims", $$"""[{"element":"pain","quote":"We lose files","turn":{{json}},"claim":"Files get lost"}]""").Claims(["pain"]));

    [Fact]
    public void Claims_of_other_names_and_of_other_types_are_dropped_with_an_issue()
    {
        var fields = Fields("claims", """[{"element":"mood","claim":"x"},7,null,{"quote":"x"},{"element":"pain","quote":"We lose files"}]""");
        Assert.Equal([new CompletionClaim("pain", "", "We lose files", null, "")], fields.Claims(["pain"]));
        Assert.Equal(["claims: 3 that name nothing that was asked for dropped"], fields.Texts.Issues);
        Assert.Empty(fields.Failed);
    }

    [Fact]
    public void Single_claim_without_a_list_is_read() =>
        Assert.Single(Fields("claims", """{"element":"pain","quote":"We lose files","claim":"x"}""").Claims(["pain"]));

    [Fact]
    public void Completion_without_a_list_of_claims_has_one_for_each_field()
    {
        Assert.Equal([new CompletionClaim("pain", "", "", null, "Files get lost")], Fields("pain", "\"Files get lost\"").Claims(["pain", "champion"]));
        Assert.Empty(Fields("pain", "null").Claims(["pain"]));
    }

    [Theory]
    [InlineData("other", "1", "is missing")]
    [InlineData("claims", "\"none\"", "is text where a list of claims is asked for")]
    public void Completion_in_which_no_claim_can_stand_is_asked_for_again(string name, string json, string reason)
    {
        var fields = Fields(name, json);
        Assert.Empty(fields.Claims(["pain"]));
        Assert.Equal(reason, fields.Failed["claims"]);
    }

    private static CompletionFields Fields(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new CompletionFields(
            new Dictionary<string, JsonElement> { [name] = document.RootElement.Clone() }, new FieldText(new ExtractionOptions()));
    }
}
