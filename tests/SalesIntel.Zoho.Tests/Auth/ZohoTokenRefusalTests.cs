using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Auth;

public class ZohoTokenRefusalTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(200, """{"error":"invalid_code"}""", "invalid_code", false)]
    [InlineData(200, """{"error":"invalid_client"}""", "invalid_client", false)]
    [InlineData(400, """{"error":"invalid_client_secret"}""", "invalid_client_secret", false)]
    [InlineData(400, """{"error":"unauthorized_client"}""", "unauthorized_client", false)]
    [InlineData(400, """{"error":"Access Denied","error_description":"too many requests"}""", "Access Denied", true)]
    [InlineData(200, """{"error":"Access Denied"}""", "Access Denied", true)]
    [InlineData(200, """{"error":"access_denied"}""", "Access Denied", true)]
    [InlineData(400, """{"error":"ACCESS-DENIED"}""", "Access Denied", true)]
    [InlineData(200, """{"error":"accessDenied"}""", "Access Denied", true)]
    [InlineData(400, """{"error":"error","error_description":"You have made too many requests continuously."}""", "Access Denied", true)]
    [InlineData(400, """{"error":"TOO_MANY_REQUESTS"}""", "Access Denied", true)]
    [InlineData(400, """{"code":"ACCESS_DENIED","message":"x","status":"error"}""", "Access Denied", true)]
    [InlineData(200, """{"message":"Access Denied","status":"failure"}""", "Access Denied", true)]
    [InlineData(400, """{"error":{"code":"Access Denied"}}""", "Access Denied", true)]
    [InlineData(400, """{"error":"Access Denied","error_description":{"text":"x"}}""", "Access Denied", true)]
    [InlineData(200, "<html><h1>Access Denied</h1>You have made too many requests.</html>", "Access Denied", true)]
    [InlineData(403, "You have made too many requests continuously. Please try again after some time.", "Access Denied", true)]
    [InlineData(200, """{"error":"invalid_code","error_description":{"text":"x"}}""", "invalid_code", false)]
    [InlineData(400, """{"error":"INVALID_CODE"}""", "invalid_code", false)]
    [InlineData(429, "", "Access Denied", true)]
    [InlineData(200, "{}", "no_token", true)]
    [InlineData(200, "<html>oops</html>", "no_token", true)]
    [InlineData(200, """{"access_token":""}""", "no_token", true)]
    [InlineData(503, "", "no_token", true)]
    [InlineData(200, """{"error":"general_error"}""", "general_error", true)]
    [InlineData(200, """{"error":"invalid_client dana.quill@northwind-labs.example"}""", "no_token", true)]
    public async Task A_refusal_is_judged_by_its_body(int status, string body, string code, bool transient)
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.Always(TokenRoute, (_, _) => Task.FromResult(StubZoho.Answer(status, body)));

        var failure = await FailsAsync(() => TouchAsync(zoho));

        Assert.Equal((code, transient, true, status), (failure.Code, failure.IsTransient, failure.IsOutage, failure.Status));
        Assert.False(failure.OutcomeUnknown);
        if (code == "Access Denied")
        {
            Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    public async Task A_refusal_is_remembered_for_a_minute_by_every_process()
    {
        var shared = new InMemorySharedState(_time);
        using var first = new ZohoHarness(token: false, time: _time, shared: shared);
        using var second = new ZohoHarness(token: false, time: _time, shared: shared);
        foreach (var _ in ZohoDataCenter.All.Where(center => center.IsDocumented))
        {
            first.Stub.On(TokenRoute, 200, """{"error":"invalid_code"}""");
        }

        first.Stub.On(TokenRoute, 200, Answers.Token("token-1"));

        await FailsAsync(() => first.Get<ZohoTokens>().GetAsync(default));
        _time.Advance(TimeSpan.FromSeconds(59));
        var again = await FailsAsync(() => first.Get<ZohoTokens>().GetAsync(default));
        var other = await FailsAsync(() => second.Get<ZohoTokens>().GetAsync(default));

        Assert.Equal(1, first.Stub.Sent.Count(sent => sent.Uri.Host == "accounts.zoho.com.au"));
        Assert.Empty(second.Stub.Sent);
        Assert.Equal(("invalid_code", false, TimeSpan.FromSeconds(1)), (again.Code, again.IsTransient, again.RetryAfter!.Value));
        Assert.Equal("invalid_code", other.Code);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-1", (await first.Get<ZohoTokens>().GetAsync(default)).Token);
    }

    [Fact]
    public async Task Host_that_is_away_for_hours_is_asked_every_five_minutes_and_the_budget_lasts()
    {
        using var zoho = new ZohoHarness(token: false, time: _time, shared: new InMemorySharedState(_time));
        zoho.Stub.Always(TokenRoute, (_, _) => Task.FromResult(StubZoho.Answer(503, "")));
        var waits = new List<TimeSpan>();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var failure = await FailsAsync(() => zoho.Get<ZohoTokens>().GetAsync(default));
            Assert.Equal(("no_token", true), (failure.Code, failure.IsTransient));
            waits.Add(failure.RetryAfter!.Value);
            _time.Advance(waits[^1]);
        }

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)), (waits[0], waits.Max()));
        Assert.Equal(20, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task Fifty_callers_of_a_failing_host_ask_it_once()
    {
        using var zoho = new ZohoHarness(token: false, time: _time);
        zoho.Stub.On(TokenRoute, 503);

        var failures = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => FailsAsync(() => zoho.Get<ZohoTokens>().GetAsync(default)))));

        Assert.All(failures, f => Assert.True(f.IsTransient));
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task A_lost_connection_and_a_time_out_are_transient()
    {
        using var lost = new ZohoHarness(token: false);
        lost.Stub.Fail(TokenRoute, new HttpRequestException("refused"));
        Assert.Equal("connection", (await FailsAsync(() => TouchAsync(lost))).Code);

        using var late = new ZohoHarness(token: false, time: _time);
        late.Stub.Hang(TokenRoute);
        var call = TouchAsync(late);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(late.Stub.Count(TokenRoute) == 1));
        _time.Advance(TimeSpan.FromSeconds(30));
        var failure = await FailsAsync(() => call);
        Assert.Equal(("timeout", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
    }

    private static Task TouchAsync(ZohoHarness zoho) =>
        zoho.Crm.UpdateNoteAsync("7001", new("Title", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default);
}
