using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Auth;

/// <summary>Tokens of several processes on one store.</summary>
public sealed class TokenBrokerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly List<ZohoHarness> _all = [];
    private readonly MemoryStore _store;

    public TokenBrokerTests() => _store = new MemoryStore(_time);

    [Fact]
    public async Task Three_processes_never_refresh_at_once_and_never_exceed_the_budget_restarts_included()
    {
        var desk = new TokenDesk(_time, TimeSpan.FromSeconds(60));
        var processes = new[] { Start(desk), Start(desk), Start(desk) };
        var (good, paused) = (0, 0);
        var wentOn = false;
        for (var second = 0; second < 1_800; second++)
        {
            if (second % 97 == 0)
            {
                processes[second / 97 % 3] = Start(desk);
            }

            foreach (var answer in await Task.WhenAll(processes.Select(process => AskAsync(process, desk))))
            {
                good += answer is null ? 1 : 0;
                paused += answer is "refresh_limit" ? 1 : 0;
                wentOn |= paused > 0 && answer is null;
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, desk.MostInFlight);
        Assert.Equal((8, 0), (desk.MostInTenMinutes, desk.Denied));
        Assert.True(wentOn && good > 3 * 1_000 && paused > 0, $"{good} good, {paused} paused");

        // Once for each of the pauses, of which there is one in ten minutes, over all processes.
        var told = _all.SelectMany(process => process.Logs.Lines).Count(line => line.StartsWith("Error 5002", StringComparison.Ordinal));
        Assert.InRange(told, 1, 3);
    }

    [Fact]
    public async Task Old_token_stays_in_use_while_the_accounts_host_is_away_and_one_process_asks_it_now_and_then()
    {
        var desk = new TokenDesk(_time, TimeSpan.FromHours(1));
        var (first, second) = (Start(desk), Start(desk));
        var token = await first.Get<ZohoTokens>().GetAsync(default);
        desk.IsAway = true;
        _time.Advance(TimeSpan.FromMinutes(50));
        while (_time.GetUtcNow() < token.UseUntil)
        {
            Assert.Equal(token.Token, (await first.Get<ZohoTokens>().GetAsync(default)).Token);
            Assert.Equal(token.Token, (await second.Get<ZohoTokens>().GetAsync(default)).Token);
            await _time.PassAsync(TimeSpan.FromSeconds(5));
        }

        // After 5, 10, 20 seconds and so on, which of the processes it is.
        Assert.InRange(first.Stub.Count(TokenRoute) + second.Stub.Count(TokenRoute), 5, 10);
        Assert.Equal("connection", (await FailsAsync(() => first.Get<ZohoTokens>().GetAsync(default))).Code);
        desk.IsAway = false;
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.NotEqual(token.Token, (await first.Get<ZohoTokens>().GetAsync(default)).Token);
    }

    [Fact]
    public async Task Caller_that_is_cancelled_cancels_nobodys_refresh()
    {
        var zoho = new ZohoHarness(token: false, time: _time, shared: _store);
        _all.Add(zoho);
        var go = new TaskCompletionSource();
        zoho.Stub.On(TokenRoute, async (_, cancellationToken) =>
        {
            await go.Task.WaitAsync(cancellationToken);
            return StubZoho.Answer(200, Answers.Token("token-1"));
        });
        using var stop = new CancellationTokenSource();
        var cancelled = zoho.Get<ZohoTokens>().GetAsync(stop.Token);
        var other = zoho.Get<ZohoTokens>().GetAsync(default);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        go.SetResult();

        Assert.Equal("token-1", (await other).Token);
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task Wrong_data_centre_is_told_from_a_dead_token_by_asking_the_others_once()
    {
        var zoho = new ZohoHarness(token: false, time: _time, shared: _store);
        _all.Add(zoho);
        zoho.Stub.Always(TokenRoute, (request, _) => Task.FromResult(StubZoho.Answer(200,
            request.RequestUri!.Host == "accounts.zoho.eu" ? Answers.Token("token-1") : """{"error":"invalid_code"}""")));

        var failure = await FailsAsync(() => zoho.Get<ZohoTokens>().GetAsync(default));
        Assert.Equal(("wrong_data_centre", false, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Contains("ZOHO_DC=eu", failure.Message);
        var documented = ZohoDataCenter.All.Count(center => center.IsDocumented);
        Assert.Equal(documented, zoho.Stub.Count(TokenRoute));
        Assert.DoesNotContain(zoho.Stub.Sent, sent => sent.Uri.Host == "accounts.zoho.ae");

        // Asked again in growing intervals, the others never.
        var waits = new List<TimeSpan>();
        for (var again = 0; again < 7; again++)
        {
            waits.Add(failure.RetryAfter!.Value);
            _time.Advance(failure.RetryAfter.Value);
            failure = await FailsAsync(() => zoho.Get<ZohoTokens>().GetAsync(default));
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits.Select(wait => wait.TotalMinutes));
        Assert.Equal(documented + 7, zoho.Stub.Count(TokenRoute));
        Assert.Single(zoho.Logs.Lines, line => line.StartsWith("Error 5002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dead_token_is_told_once_over_processes()
    {
        _all.Add(new ZohoHarness(token: false, time: _time, shared: _store));
        _all.Add(new ZohoHarness(token: false, time: _time, shared: _store));
        foreach (var process in _all)
        {
            process.Stub.Always(TokenRoute, (_, _) => Task.FromResult(StubZoho.Answer(200, """{"error":"invalid_code"}""")));
            var failure = await FailsAsync(() => process.Get<ZohoTokens>().GetAsync(default));
            Assert.Equal("invalid_code", failure.Code);
            _time.Advance(failure.RetryAfter!.Value);
        }

        Assert.Single(_all.SelectMany(process => process.Logs.Lines), line => line.StartsWith("Error 5002", StringComparison.Ordinal));
    }

    public void Dispose() => _all.ForEach(process => process.Dispose());

    private ZohoHarness Start(TokenDesk desk)
    {
        var process = new ZohoHarness(token: false, time: _time, shared: _store);
        process.Stub.Always(TokenRoute, desk.AnswerAsync);
        _all.Add(process);
        return process;
    }

    // Null for a token that Zoho takes, else why there was none.
    private async Task<string?> AskAsync(ZohoHarness process, TokenDesk desk)
    {
        var call = process.Get<ZohoTokens>().GetAsync(default);
        await _time.UntilAsync(call, TimeSpan.FromMilliseconds(1));
        try
        {
            Assert.True(desk.IsGood((await call).Token));
            return null;
        }
        catch (ZohoCrmException refused)
        {
            return refused.Code;
        }
    }
}
