using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Auth;

/// <summary>Tokens of processes whose stores are slow and whose calendars are wrong.</summary>
public sealed class TokenClockTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly List<ZohoHarness> _all = [];
    private readonly MemoryStore _store;

    public TokenClockTests() => _store = new MemoryStore(_time);

    [Theory]
    [InlineData(9)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task Process_with_a_slow_store_asks_for_a_token_only_while_the_right_to_is_its_own(double seconds)
    {
        var slow = new SlowSharedState(_store, _time) { Each = TimeSpan.FromSeconds(seconds) };
        var inFlight = 0;
        var most = 0;
        var (_, second) = (Start(slow), Start(_store));
        foreach (var process in _all)
        {
            process.Stub.Always(TokenRoute, async (_, cancellationToken) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inFlight));
                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(25), _time, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    Interlocked.Decrement(ref inFlight);
                }

                return StubZoho.Answer(200, Answers.Token("token-1", expiresIn: 30));
            });
        }

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(6); passed += Step)
        {
            // The other comes when the slow one has the right.
            foreach (var process in passed > slow.Each * 2.6 ? _all : _all[..1])
            {
                _ = IgnoreAsync(process.Get<ZohoTokens>().GetAsync(default));
            }

            _time.Advance(Step);
            await Task.Yield();
        }

        Assert.Equal(1, most);
        Assert.True(second.Stub.Count(TokenRoute) > 0);
    }

    [Theory]
    [InlineData(9, null, 1)]
    [InlineData(20, "token_wait", 0)]
    public async Task Process_alone_with_a_slow_store_gets_a_token_or_says_why_not(double seconds, string? code, int requests)
    {
        var process = Start(new SlowSharedState(_store, _time) { Each = TimeSpan.FromSeconds(seconds) });
        process.Stub.Always(TokenRoute, (_, _) => Task.FromResult(StubZoho.Answer(200, Answers.Token("token-1"))));
        var asked = CodeAsync(process);
        await _time.UntilAsync(asked, Step);
        Assert.Equal((code, requests), (await asked, process.Stub.Count(TokenRoute)));
    }

    [Fact]
    public async Task Budget_that_is_used_up_comes_back_after_its_time_although_the_calendar_was_set_back()
    {
        var clock = new OwnClock(_time);
        var desk = new TokenDesk(_time, TimeSpan.FromSeconds(60));
        var process = Start(_store, clock);
        process.Stub.Always(TokenRoute, desk.AnswerAsync);
        while (await CodeAsync(process) is null)
        {
            _time.Advance(TimeSpan.FromSeconds(61));
            Assert.True(desk.Asked <= RefreshBudget.Most);
        }

        clock.Ahead = TimeSpan.FromHours(-1);
        _time.Advance(RefreshBudget.Window + TimeSpan.FromMinutes(1));
        Assert.True(desk.IsGood((await process.Get<ZohoTokens>().GetAsync(default)).Token));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Refusal_met_by_a_process_with_a_wrong_calendar_holds_the_others_for_as_long_as_it_lasts(double hours)
    {
        var first = Start(_store, new OwnClock(_time) { Ahead = TimeSpan.FromHours(hours) });
        var second = Start(_store);
        first.Stub.On(TokenRoute, 200, """{"error":"unauthorized_client"}""");
        second.Stub.On(TokenRoute, 200, Answers.Token("token-1"));
        var wait = (await FailsAsync(() => first.Get<ZohoTokens>().GetAsync(default))).RetryAfter!.Value;

        var told = await FailsAsync(() => second.Get<ZohoTokens>().GetAsync(default));
        Assert.Equal("unauthorized_client", told.Code);
        Assert.InRange(told.RetryAfter!.Value, TimeSpan.FromSeconds(1), wait);
        Assert.Equal(0, second.Stub.Count(TokenRoute));
        _time.Advance(wait);
        Assert.Equal("token-1", (await second.Get<ZohoTokens>().GetAsync(default)).Token);
    }

    [Fact]
    public async Task Token_of_a_process_whose_calendar_is_ahead_is_used_for_no_longer_than_it_lives()
    {
        var desk = new TokenDesk(_time, TimeSpan.FromSeconds(60));
        var (first, second) = (Start(_store, new OwnClock(_time) { Ahead = TimeSpan.FromHours(5) }), Start(_store));
        _all.ForEach(process => process.Stub.Always(TokenRoute, desk.AnswerAsync));
        var token = await first.Get<ZohoTokens>().GetAsync(default);
        Assert.Equal(token.Token, (await second.Get<ZohoTokens>().GetAsync(default)).Token);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEqual(token.Token, (await second.Get<ZohoTokens>().GetAsync(default)).Token);
    }

    [Fact]
    public async Task Token_is_replaced_in_time_by_a_process_whose_calendar_is_set_back()
    {
        var clock = new OwnClock(_time);
        var desk = new TokenDesk(_time, TimeSpan.FromSeconds(60));
        var process = Start(_store, clock);
        process.Stub.Always(TokenRoute, desk.AnswerAsync);
        var token = await process.Get<ZohoTokens>().GetAsync(default);
        clock.Ahead = TimeSpan.FromHours(-1);
        _time.Advance(TimeSpan.FromSeconds(61));
        var next = await process.Get<ZohoTokens>().GetAsync(default);
        Assert.True(next.Token != token.Token && desk.IsGood(next.Token));
    }

    public void Dispose() => _all.ForEach(process => process.Dispose());

    private ZohoHarness Start(ISharedState shared, TimeProvider? clock = null)
    {
        var process = new ZohoHarness(token: false, time: _time, shared: shared, clock: clock);
        _all.Add(process);
        return process;
    }

    private static async Task<string?> CodeAsync(ZohoHarness process)
    {
        try
        {
            await process.Get<ZohoTokens>().GetAsync(default);
            return null;
        }
        catch (ZohoCrmException refused)
        {
            return refused.Code;
        }
    }

    private static async Task IgnoreAsync(Task call) => await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
