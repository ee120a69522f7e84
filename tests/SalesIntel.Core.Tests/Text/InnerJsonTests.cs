using System.Text.Json.Nodes;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class InnerJsonTests
{
    [Theory]
    [InlineData("""{"a":1.50,"b":["x",null]}""", """{"a":1.50,"b":["x",null]}""")]
    [InlineData("""[1,2]""", "[1,2]")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("not JSON", "\"not JSON\"")]
    [InlineData("", "\"\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("\"quoted\"", "\"\\u0022quoted\\u0022\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("{\"cut\":", "\"{\\u0022cut\\u0022:\"")]
    public void Object_and_list_are_parts_of_the_document_and_all_else_is_text(string text, string written) =>
        Assert.Equal(written, new JsonObject { ["inner"] = InnerJson.Of(text) }["inner"]!.ToJsonString());

    [Fact]
    public void Half_a_pair_of_surrogates_can_be_written_all_the_same() =>
        Assert.StartsWith("{", new JsonArray(InnerJson.Of("""{"a":"\ud800"}"""))[0]!.ToJsonString(), StringComparison.Ordinal);
}
