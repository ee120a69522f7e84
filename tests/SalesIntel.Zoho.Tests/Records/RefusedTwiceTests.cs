using System.Text.Json.Nodes;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>One answer that refuses a field more than once, or parts of one value.</summary>
public sealed class RefusedTwiceTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";

    [Theory]
    [InlineData("Phone", "\"1234567\"", """DUPLICATE_DATA {"api_name":"Phone","id":"5009"}""", """INVALID_DATA {"api_name":"Phone"}""", null)]
    [InlineData("City", "\"Melbourne\"", """INVALID_DATA {"api_name":"City","maximum_length":4}""", """INVALID_DATA {"api_name":"City"}""", "\"Mel…\"")]
    [InlineData("City", "\"Melbourne\"", """INVALID_DATA {"api_name":"City"}""", """INVALID_DATA {"api_name":"City","maximum_length":4}""", "\"Mel…\"")]
    [InlineData("Topics", """["a","b","c"]""",
        """INVALID_DATA {"json_path":"$.data[0].Topics[0]","supported_values":["b","d"]}""",
        """INVALID_DATA {"json_path":"$.data[0].Topics[2]","supported_values":["b","d"]}""", """["b"]""")]
    [InlineData("Seats", """[{"A":1},{"A":2}]""",
        """INVALID_DATA {"api_name":"A","json_path":"$.data[0].Seats[0].A"}""", """INVALID_DATA {"api_name":"A","json_path":"$.data[0].Seats[1].A"}""", null)]
    [InlineData("Seats", """[{"A":1}]""",
        """MANDATORY_NOT_FOUND {"api_name":"B","json_path":"$.data[0].Seats[0].B"}""", """INVALID_DATA {"json_path":"$.data[0].Seats[0].A"}""", null)]
    [InlineData("State", "\"WA\"", """DEPENDENT_MISMATCH {"api_name":"State","dependee":{"api_name":"Country"}}""", """INVALID_DATA {"api_name":"State"}""", null)]
    public async Task Row_3_7_field_that_is_refused_twice_in_one_answer_costs_that_field_at_most(
        string field, string value, string first, string second, string? resent)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, $$$"""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","details":{"errors":[{{{Error(first)}}},{{{Error(second)}}}]}}]}""")
            .On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", $$"""{"{{field}}":{{value}},"Country":"Australia"}""");

        var expected = new JsonObject { ["Country"] = "Australia" };
        if (resent is not null)
        {
            expected[field] = JsonNode.Parse(resent);
        }

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]), zoho.Stub.Calls[1].Body);
        Assert.StartsWith($"{field}: ", Assert.Single(receipt.Issues));
    }

    [Fact]
    public async Task Field_that_is_refused_although_it_is_not_sent_any_more_ends_the_write()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always(Put, (_, _) => Task.FromResult(StubZoho.Answer(400, Answers.Row("INVALID_DATA", """{"api_name":"City"}"""))));

        Assert.Equal("INVALID_DATA", (await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"x","State":"y"}"""))).Code);
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Theory]
    [InlineData("5001", "\"-None-\"", null)]
    [InlineData("5001", "\" \"", null)]
    [InlineData(null, "\"-None-\"", "Not provided")]
    public async Task Row_3_4_value_that_Zoho_takes_for_none_costs_the_field_and_not_the_record(string? id, string value, string? resent)
    {
        using var zoho = new ZohoHarness();
        foreach (var route in new[] { Put, ZohoHarness.Upsert })
        {
            zoho.Stub.On(route, 400, Answers.Row("MANDATORY_NOT_FOUND", """{"api_name":"Company"}""")).On(route, 200, Answers.Updated);
        }

        await zoho.WriteAsync(id, $$"""{"Last_Name":"Quill","Company":{{value}}}""");

        Assert.Equal(resent, (string?)JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]!["Company"]);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("none")]
    [InlineData("-None-")]
    public async Task Row_5_2_what_stands_for_no_choice_is_no_value(string text)
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", $$"""{"Industry":"{{text}}","Company":"Northwind"}""");

        Assert.Equal("""{"data":[{"Company":"Northwind"}]}""", zoho.Stub.Calls[0].Body);
        Assert.StartsWith("Industry: not one of the picklist's values", Assert.Single(receipt.Issues));
    }

    private static string Error(string text) =>
        text.Split(' ', 2) is [var code, var details] ? Answers.Error(code, details) : throw new ArgumentException(text);
}
