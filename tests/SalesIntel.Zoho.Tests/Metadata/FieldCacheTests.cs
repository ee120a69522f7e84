using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
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

    [Fact]
    public async Task Row_5_7_what_one_process_has_read_the_others_know_and_so_does_the_next_after_a_restart()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore(time);
        using var first = new ZohoHarness(fields: true, time: time, shared: store);
        using var second = new ZohoHarness(fields: true, token: false, time: time, shared: store);
        var known = await first.Get<FieldCache>().TryGetAsync("Leads", default);
        var told = await second.Get<FieldCache>().TryGetAsync("Leads", default);

        Assert.Equal(0, second.Stub.Count(FieldsRoute));
        foreach (var name in new[] { "Email", "Industry", "Score", "Created_By_App", "Pains" })
        {
            Assert.Equal(Digest(known!.Find(name)!), Digest(told!.Find(name)!));
        }

        // Life counts from when they were read, not from when they were told.
        time.Advance(FieldCache.Life);
        second.Stub.On(TokenRoute, 200, Answers.Token("token-2"));
        await second.Get<FieldCache>().TryGetAsync("Leads", default);
        await first.Get<FieldCache>().TryGetAsync("Leads", default);
        Assert.Equal((1, 1), (first.Stub.Count(FieldsRoute), second.Stub.Count(FieldsRoute)));

        static string Digest(ZohoField field) => System.Text.Json.JsonSerializer.Serialize(field, MetadataJson.Default.ZohoField);
    }

    [Fact]
    public async Task Row_5_7_calendar_that_is_set_back_makes_them_last_no_longer()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var clock = new OwnClock(time);
        using var zoho = new ZohoHarness(fields: true, time: time, clock: clock);
        zoho.Stub.On(FieldsRoute, 200, Answers.Fields);
        var metadata = zoho.Get<FieldCache>();
        await metadata.TryGetAsync("Leads", default);
        clock.Ahead = -FieldCache.Life;
        await metadata.TryGetAsync("Leads", default);
        await metadata.TryGetAsync("Leads", default);

        Assert.Equal(2, zoho.Stub.Count(FieldsRoute));
    }

    [Fact]
    public void Scope_for_queries_is_tried_again_after_its_time_although_the_calendar_was_set_back()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var clock = new OwnClock(time);
        var access = new QueryAccess(clock, NullLogger<QueryAccess>.Instance);
        access.Refuse();
        clock.Ahead = TimeSpan.FromHours(-9);
        Assert.False(access.IsOpen);
        time.Advance(QueryAccess.RefusedLife);
        Assert.True(access.IsOpen);
    }

    [Fact]
    public async Task Row_5_7_what_was_contradicted_is_not_taken_from_the_store_again()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore(time);
        using var first = new ZohoHarness(fields: true, time: time, shared: store);
        using var second = new ZohoHarness(fields: true, token: false, time: time, shared: store);
        await first.Get<FieldCache>().TryGetAsync("Leads", default);
        await second.Get<FieldCache>().TryGetAsync("Leads", default);

        time.Advance(FieldCache.LeastAge);
        second.Get<FieldCache>().Expire("Leads");
        await second.Get<FieldCache>().TryGetAsync("Leads", default);
        first.Get<FieldCache>().Expire("Leads");
        await first.Get<FieldCache>().TryGetAsync("Leads", default);

        // The second has read them anew, for both.
        Assert.Equal((1, 1), (first.Stub.Count(FieldsRoute), second.Stub.Count(FieldsRoute)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("of somebody else")]
    [InlineData("""{"read_at":"2026-11-23T08:59:00+00:00","fields":[null]}""")]
    [InlineData("""{"read_at":"2026-11-23T08:59:00+00:00","fields":null}""")]
    [InlineData("""{"fields":[{"api_name":"Email"}]}""")]
    [InlineData("""{"read_at":"2099-01-01T00:00:00+00:00","fields":[{"api_name":"Email"}]}""")]
    public async Task Row_5_7_shared_state_that_fails_or_holds_something_else_costs_a_read(string? held)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var store = new InMemorySharedState(time);
        using var zoho = new ZohoHarness(fields: true, time: time, shared: store);
        await store.SetAsync(zoho.Get<SharedFields>().KeyOf("Leads"), held ?? "", TimeSpan.FromHours(1), default);
        store.Failure = held is null ? new InvalidOperationException("redis://user:s3cret-value@host") : null;

        Assert.NotNull((await zoho.Get<FieldCache>().TryGetAsync("Leads", default))!.Find("Company"));
        Assert.Equal(1, zoho.Stub.Count(FieldsRoute));
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
