using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Metadata;

/// <summary>Fields of which Zoho says something that can't be read: the others are as good as ever.</summary>
public sealed class OddFieldTests
{
    [Theory]
    [InlineData("\"length\":\"\"")]
    [InlineData("\"length\":100.5")]
    [InlineData("\"length\":99999999999")]
    [InlineData("\"read_only\":\"no\"")]
    [InlineData("\"data_type\":{}")]
    [InlineData("\"field_label\":5")]
    [InlineData("\"pick_list_values\":{}")]
    [InlineData("\"pick_list_values\":[\"a\"]")]
    [InlineData("\"operation_type\":[]")]
    public async Task Field_that_can_not_be_read_whole_is_known_by_its_name_and_nothing_else_is_lost(string odd)
    {
        using var zoho = new ZohoHarness();
        var body = $$"""{"fields":[{"data_type":"picklist",{{odd}},"api_name":"Industry"},{"api_name":"City","data_type":"text","length":5}]}""";
        zoho.Stub.Always(ZohoHarness.FieldsRoute, (_, _) => Task.FromResult(StubZoho.Answer(200, body))).On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);
        var client = zoho.Get<ZohoCrmClient>();
        await Assert.ThrowsAsync<ZohoCrmException>(() => client.GetFieldsAsync("Leads"));

        var fields = await client.GetFieldsAsync("Leads");
        var receipt = await zoho.WriteAsync("5001", """{"Industry":"Space","City":"Melbourne"}""");

        Assert.Equal([("Industry", null), ("City", "text")], fields.Select(field => (field.ApiName, field.DataType)));
        Assert.Equal(("Space", "Melb…"), ((string?)receipt.Sent!["Industry"], (string?)receipt.Sent["City"]));
    }

    [Fact]
    public async Task Field_without_a_name_that_can_not_be_read_makes_the_answer_unreadable()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(ZohoHarness.FieldsRoute, 200, """{"fields":[{"length":""},{"api_name":"City"}]}""");
        var client = zoho.Get<ZohoCrmClient>();
        await client.GetFieldsAsync("Leads");

        Assert.Equal("unexpected_answer", (await ZohoHarness.FailsAsync(() => client.GetFieldsAsync("Leads"))).Code);
    }
}
