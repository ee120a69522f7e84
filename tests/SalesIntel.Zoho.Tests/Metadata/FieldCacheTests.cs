using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Metadata;

public class FieldCacheTests
{
    [Fact]
    public async Task The_fields_are_read_once_for_hours()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(FieldsRoute, 200, Answers.Fields);
        var metadata = zoho.Get<FieldCache>();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => metadata.TryGetAsync("Leads", default))));
        zoho.Time.Advance(FieldCache.Life - TimeSpan.FromSeconds(1));
        await metadata.TryGetAsync("Leads", default);

        Assert.All(all, f => Assert.NotNull(f!.Find("Company")));
        Assert.Equal("?module=Leads", zoho.Stub.Sent[1].Uri.Query);
        Assert.Equal(1, zoho.Stub.Count(FieldsRoute));
    }

    [Fact]
    public async Task Row_5_7_they_are_read_again_after_their_time_and_after_a_contradiction()
    {
        using var zoho = new ZohoHarness(fields: true, token: false);
        zoho.Stub.On(TokenRoute, 200, """{"access_token":"token-1","expires_in":864000,"expires_in_sec":863000}""")
            .On(FieldsRoute, 200, Answers.Fields).On(FieldsRoute, 200, Answers.Fields);
        var metadata = zoho.Get<FieldCache>();
        await metadata.TryGetAsync("Leads", default);

        zoho.Time.Advance(FieldCache.Life);
        await metadata.TryGetAsync("Leads", default);
        Assert.Equal(2, zoho.Stub.Count(FieldsRoute));
        for (var i = 0; i < 2; i++)
        {
            zoho.Stub.On("PUT /crm/v8/Leads/5001", 400, Answers.Row("INVALID_DATA", """{"api_name":"Company","maximum_length":4}"""))
                .On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);
        }

        // A value that Zoho refuses whatever its fields say must not have them read with each write.
        await zoho.WriteAsync("5001", """{"Company":"Northwind"}""");
        zoho.Time.Advance(FieldCache.LeastAge);
        await zoho.WriteAsync("5001", """{"Company":"Northwind"}""");
        Assert.Equal(2, zoho.Stub.Count(FieldsRoute));
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);
        await zoho.WriteAsync("5001", """{"First_Name":"Dana"}""");

        Assert.Equal(3, zoho.Stub.Count(FieldsRoute));
    }

    [Theory]
    [InlineData(401, """{"code":"OAUTH_SCOPE_MISMATCH","details":{},"message":"x","status":"error"}""")]
    [InlineData(403, """{"code":"NO_PERMISSION","details":{},"message":"x","status":"error"}""")]
    [InlineData(500, "")]
    [InlineData(429, "{}")]
    [InlineData(200, "<html/>")]
    [InlineData(200, """{"fields":[{"length":"wide"}]}""")]
    [InlineData(200, """{"fields":[]}""")]
    [InlineData(204, "")]
    public async Task Row_5_7_unreadable_fields_cost_no_write_and_are_logged_once(int status, string body)
    {
        using var zoho = new ZohoHarness(fields: false, stub: new StubZoho().On(FieldsRoute, status, body));
        zoho.Stub.On(Upsert, 200, Answers.Inserted).On(Upsert, 200, Answers.Inserted).On(Upsert, 200, Answers.Inserted);

        await zoho.WriteAsync(null, """{"Last_Name":"Quill","No_Such":"x"}""");
        await zoho.WriteAsync(null, """{"Last_Name":"Quill"}""");
        Assert.Equal(1, zoho.Stub.Count(FieldsRoute));
        zoho.Time.Advance(FieldCache.RefusedLife);
        await zoho.WriteAsync(null, """{"Last_Name":"Quill"}""");

        Assert.Equal(2, zoho.Stub.Count(FieldsRoute));
        Assert.Contains("No_Such", zoho.Stub.Calls[0].Body);
        Assert.Single(zoho.Logs.Lines, l => l.StartsWith("Warning 5008"));
    }

    [Fact]
    public async Task A_lost_connection_is_not_tried_twice_before_a_write()
    {
        using var zoho = new ZohoHarness(stub: new StubZoho().Fail(FieldsRoute, new HttpRequestException("lost")));
        zoho.Stub.On(Upsert, 200, Answers.Inserted);

        await zoho.WriteAsync(null, """{"Last_Name":"Quill","Phone":"(02) 9876-5432","Website":"none"}""");

        Assert.Equal(1, zoho.Stub.Count(FieldsRoute));
        Assert.Contains("\"Phone\":\"02 9876-5432\",\"Email\"", zoho.Stub.Calls[0].Body);
    }
}
