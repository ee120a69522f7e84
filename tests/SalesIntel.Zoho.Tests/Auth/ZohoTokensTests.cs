using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Auth;

public class ZohoTokensTests
{
    private const string Note = "PUT /crm/v8/Notes/7001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_refresh_is_the_documented_form_post()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Note, 200, Answers.Added);

        await TouchAsync(zoho);

        var refresh = zoho.Stub.Sent[0];
        Assert.Equal("https://accounts.zoho.com.au/oauth/v2/token", refresh.Uri.AbsoluteUri);
        Assert.Equal("application/x-www-form-urlencoded", refresh.ContentType);
        Assert.Equal(
            "grant_type=refresh_token&refresh_token=1000.refresh&client_id=1000.CLIENT&client_secret=s3cret-value", refresh.Body);
        Assert.Equal("Zoho-oauthtoken token-1", zoho.Stub.Sent[1].Authorization);
        Assert.Equal("www.zohoapis.com.au", zoho.Stub.Sent[1].Uri.Host);
    }

    [Fact]
    public async Task The_api_is_where_the_token_says()
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-1", "https://www.zohoapis.eu")).On(Note, 200, Answers.Added);

        await TouchAsync(zoho);

        Assert.Equal("www.zohoapis.eu", zoho.Stub.Sent[1].Uri.Host);
    }

    [Fact]
    public async Task A_strange_api_domain_gets_no_token()
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-1", "https://attacker.example"));

        var failure = await FailsAsync(() => TouchAsync(zoho));

        var again = await FailsAsync(() => TouchAsync(zoho));

        Assert.All([failure, again], one =>
        {
            Assert.Equal("unexpected_api_domain", one.Code);
            Assert.Contains("not Zoho's", one.Message);
            Assert.Contains("ZOHO_ACCOUNTS_URL", one.Message);
        });
        Assert.Single(zoho.Stub.Sent);
    }

    [Theory]
    [InlineData("""{"access_token":"token-1","expires_in":3600}""", 50)]
    [InlineData("""{"access_token":"token-1","expires_in":3600000,"expires_in_sec":3600}""", 50)]
    [InlineData("""{"access_token":"token-1","expires_in":"3600"}""", 50)]
    [InlineData("""{"access_token":"token-1"}""", 50)]
    [InlineData("""{"access_token":"token-1","expires_in":600}""", 500d / 60)]
    [InlineData("""{"access_token":"token-1","expires_in":60}""", 50d / 60)]
    public async Task A_token_is_replaced_ten_minutes_or_a_sixth_of_its_life_before_its_end(string answer, double minutes)
    {
        using var zoho = new ZohoHarness(token: false, time: _time);
        zoho.Stub.On(TokenRoute, 200, answer).On(TokenRoute, 200, Answers.Token("token-2"));

        var tokens = zoho.Get<ZohoTokens>();
        Assert.Equal("token-1", (await tokens.GetAsync(default)).Token);
        _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal("token-1", (await tokens.GetAsync(default)).Token);
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
        _time.Advance(TimeSpan.FromSeconds(1));

        // Whoever is the first to come then starts it, and waits for nothing.
        Assert.Equal("token-1", (await tokens.GetAsync(default)).Token);
        await FakeTime.UntilTrueAsync(async () => (await tokens.GetAsync(default)).Token == "token-2");
        Assert.Equal(2, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task Fifty_callers_refresh_once()
    {
        using var zoho = new ZohoHarness(token: false);
        var go = new TaskCompletionSource();
        zoho.Stub.On(TokenRoute, async (_, _) =>
        {
            await go.Task;
            return StubZoho.Answer(200, Answers.Token("token-1"));
        });

        var callers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => zoho.Get<ZohoTokens>().GetAsync(default))).ToList();
        go.SetResult();
        var tokens = await Task.WhenAll(callers);

        Assert.All(tokens, t => Assert.Equal("token-1", t.Token));
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task Two_processes_refresh_once_and_the_second_waits_for_the_first()
    {
        var shared = new InMemorySharedState(_time);
        using var first = new ZohoHarness(token: false, time: _time, shared: shared);
        using var second = new ZohoHarness(token: false, time: _time, shared: shared);
        var go = new TaskCompletionSource();
        first.Stub.On(TokenRoute, async (_, _) =>
        {
            await go.Task;
            return StubZoho.Answer(200, Answers.Token("token-1"));
        });

        var one = first.Get<ZohoTokens>().GetAsync(default);
        Assert.True(shared.IsLocked(ZohoTokenStore.LockName));
        var two = second.Get<ZohoTokens>().GetAsync(default);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.False(two.IsCompleted);
        go.SetResult();
        await one;
        await _time.UntilAsync(two, TimeSpan.FromMilliseconds(250));

        Assert.Equal("token-1", (await two).Token);
        Assert.Empty(second.Stub.Sent);
        Assert.False(shared.IsLocked(ZohoTokenStore.LockName));
        var stored = JsonNode.Parse((await shared.GetAsync("zoho:access_token", default))!)!;
        Assert.Equal("token-1", (string)stored["Token"]!);
        Assert.DoesNotContain("refresh", stored.ToJsonString());
    }

    [Fact]
    public async Task A_lock_that_is_never_given_back_ends_in_a_transient_failure()
    {
        var shared = new InMemorySharedState(_time);
        await shared.TryLockAsync(ZohoTokenStore.LockName, TimeSpan.FromDays(1), default);
        using var zoho = new ZohoHarness(token: false, time: _time, shared: shared);

        var call = zoho.Get<ZohoTokens>().GetAsync(default);
        await _time.UntilAsync(call, TimeSpan.FromMilliseconds(250));

        var failure = await FailsAsync(() => call);
        Assert.Equal(("token_wait", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
    }

    [Fact]
    public async Task Shared_state_that_fails_costs_no_call()
    {
        var shared = new InMemorySharedState(_time) { Failure = new InvalidOperationException("redis://user:s3cret-value@host") };
        using var zoho = new ZohoHarness(shared: shared, time: _time);
        zoho.Stub.On(Note, 200, Answers.Added).On(Note, 200, Answers.Added);

        await TouchAsync(zoho);
        await TouchAsync(zoho);

        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
        Assert.Contains(zoho.Logs.Lines, l => l.StartsWith("Warning 5004"));
    }

    [Theory]
    [InlineData("an old token as plain text")]
    [InlineData("""{"Token":"token-0","UseUntil":"2026-11-23T10:00:00+00:00","Credentials":"others"}""")]
    [InlineData("[]")]
    public async Task A_shared_value_of_somebody_else_is_replaced(string value)
    {
        var shared = new InMemorySharedState(_time);
        await shared.SetAsync("zoho:access_token", value, TimeSpan.FromHours(1), default);
        using var zoho = new ZohoHarness(shared: shared, time: _time);

        Assert.Equal("token-1", (await zoho.Get<ZohoTokens>().GetAsync(default)).Token);
        Assert.Contains("token-1", await shared.GetAsync("zoho:access_token", default));
    }

    [Theory]
    [InlineData("INVALID_TOKEN")]
    [InlineData("AUTHENTICATION_FAILURE")]
    [InlineData("INVALID_OAUTHTOKEN")]
    public async Task A_refused_token_is_replaced_once_and_the_call_repeated(string code)
    {
        var shared = new InMemorySharedState(_time);
        using var zoho = new ZohoHarness(time: _time, shared: shared);
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-2"))
            .On(Note, 401, Answers.Error(code)).On(Note, 200, Answers.Added);

        await TouchAsync(zoho);

        Assert.Equal(["Zoho-oauthtoken token-1", "Zoho-oauthtoken token-2"], zoho.Stub.Calls.Select(c => c.Authorization));
        Assert.Contains("token-2", await shared.GetAsync("zoho:access_token", default));
    }

    [Fact]
    public async Task A_token_that_another_process_replaced_is_taken_from_there()
    {
        var shared = new InMemorySharedState(_time);
        using var first = new ZohoHarness(time: _time, shared: shared);
        using var second = new ZohoHarness(token: false, time: _time, shared: shared);
        Assert.Equal("token-1", (await first.Get<ZohoTokens>().GetAsync(default)).Token);
        var old = await second.Get<ZohoTokens>().GetAsync(default);
        second.Stub.On(TokenRoute, 200, Answers.Token("token-2"));
        await second.Get<ZohoTokens>().RejectAsync(old, "INVALID_TOKEN", default);
        await second.Get<ZohoTokens>().GetAsync(default);
        first.Stub.On(Note, 401, Answers.Error("INVALID_TOKEN")).On(Note, 200, Answers.Added);

        await TouchAsync(first);

        Assert.Equal(1, first.Stub.Count(TokenRoute));
        Assert.Equal("Zoho-oauthtoken token-2", first.Stub.Calls[1].Authorization);
        Assert.Contains("token-2", await shared.GetAsync("zoho:access_token", default));
    }

    [Fact]
    public async Task A_rejected_token_that_could_not_be_removed_is_not_taken_back()
    {
        var shared = new InMemorySharedState(_time);
        using var zoho = new ZohoHarness(time: _time, shared: shared);
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-2"));
        var tokens = zoho.Get<ZohoTokens>();
        var dead = await tokens.GetAsync(default);

        shared.Failure = new TimeoutException("away");
        await tokens.RejectAsync(dead, "INVALID_TOKEN", default);
        shared.Failure = null;

        Assert.Equal("token-2", (await tokens.GetAsync(default)).Token);
    }

    [Fact]
    public async Task A_token_refused_twice_ends_the_call()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-2"))
            .On(Note, 401, Answers.Error("INVALID_TOKEN")).On(Note, 401, Answers.Error("INVALID_TOKEN"));

        var failure = await FailsAsync(() => TouchAsync(zoho));

        Assert.Equal(("INVALID_TOKEN", 401, true), (failure.Code, failure.Status, failure.IsOutage));
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task Fifty_calls_with_a_dead_token_replace_it_once()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-2"));
        for (var i = 0; i < 100; i++)
        {
            zoho.Stub.On(Note, (request, _) => Task.FromResult(
                request.Headers.GetValues("Authorization").Single().EndsWith("token-1")
                    ? StubZoho.Answer(401, Answers.Error("INVALID_TOKEN"))
                    : StubZoho.Answer(200, Answers.Added)));
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TouchAsync(zoho))));

        Assert.Equal(2, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task Refreshes_stop_before_Zohos_limit()
    {
        using var zoho = new ZohoHarness(token: false, time: _time);
        var tokens = zoho.Get<ZohoTokens>();
        for (var i = 0; i < RefreshBudget.Most; i++)
        {
            zoho.Stub.On(TokenRoute, 200, Answers.Token($"token-{i}"));
            await tokens.RejectAsync(await tokens.GetAsync(default), "INVALID_TOKEN", default);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        var failure = await FailsAsync(() => tokens.GetAsync(default));

        Assert.Equal(("refresh_limit", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Equal(TimeSpan.FromSeconds(600 - 80), failure.RetryAfter);
        _time.Advance(failure.RetryAfter!.Value);
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-z"));
        Assert.Equal("token-z", (await tokens.GetAsync(default)).Token);
    }

    private static Task TouchAsync(ZohoHarness zoho) =>
        zoho.Crm.UpdateNoteAsync("7001", new("Title", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default);
}
