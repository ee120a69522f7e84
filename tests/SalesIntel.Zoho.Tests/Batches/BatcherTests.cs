using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>Group commit: who waits for whom, and what becomes of whose request.</summary>
public sealed class BatcherTests
{
    [Fact]
    public async Task Lone_request_is_sent_at_once_and_what_arrives_meanwhile_goes_with_the_next_call()
    {
        var kind = new EchoKind();
        var batcher = Of(kind);
        var first = Send(batcher, "a");
        await kind.ArrivedAsync();
        var others = new[] { "b", "c", "d" }.Select(name => Send(batcher, name)).ToList();
        kind.LetThrough(2);

        Assert.Equal(["A", "B", "C", "D"], await Task.WhenAll(others.Prepend(first)));
        Assert.Equal([["a"], ["b", "c", "d"]], kind.Sent);
    }

    [Fact]
    public async Task One_call_is_in_flight_until_more_than_one_call_takes_is_waiting()
    {
        var kind = new EchoKind { MostRequests = 10 };
        var batcher = Of(kind);
        List<Task<string>> calls = [Send(batcher, "first")];
        await kind.ArrivedAsync();
        calls.AddRange(Enumerable.Range(0, 9).Select(number => Send(batcher, $"few{number}")));
        Assert.Single(kind.Sent);

        calls.AddRange(Enumerable.Range(0, 41).Select(number => Send(batcher, $"more{number}")));
        await kind.ArrivedAsync();
        await kind.ArrivedAsync();
        kind.LetThrough(100);
        await Task.WhenAll(calls);

        Assert.Equal(3, kind.MostInFlight);
        Assert.All(kind.Sent, sent => Assert.InRange(sent.Count, 1, 10));
        Assert.Equal(51, kind.Sent.Sum(sent => sent.Count));
        Assert.Equal(6, kind.Sent.Count);
    }

    [Fact]
    public async Task Size_bounds_a_call_and_one_that_is_too_large_goes_alone()
    {
        var kind = new EchoKind { MostSize = 10 };
        var calls = await BehindAsync(kind, "123456", "1234", "12345678901234", "1");

        Assert.Equal([["123456", "1234"], ["12345678901234"], ["1"]], kind.Sent.Skip(1));
        Assert.Equal("12345678901234", calls[2]);
    }

    [Fact]
    public async Task Two_of_one_key_are_never_in_one_call_and_stay_in_order()
    {
        var kind = new EchoKind();
        await BehindAsync(kind, "ada.1", "bo.1", "ada.2", "cy", "ada.3", "bo.2");

        Assert.Equal([["ada.1", "bo.1", "cy"], ["ada.2", "bo.2"], ["ada.3"]], kind.Sent.Skip(1));
    }

    [Fact]
    public async Task Two_of_one_key_are_never_in_two_calls_at_a_time()
    {
        var kind = new EchoKind { MostRequests = 2 };
        var batcher = Of(kind);
        List<Task<string>> calls = [Send(batcher, "ada.1")];
        await kind.ArrivedAsync();
        calls.AddRange(new[] { "ada.2", "ada.3", "bo", "cy" }.Select(name => Send(batcher, name)));
        await kind.ArrivedAsync();
        Assert.Equal([["ada.1"], ["bo", "cy"]], kind.Sent);

        kind.LetThrough(10);
        await Task.WhenAll(calls);
        Assert.Equal([["ada.2"], ["ada.3"]], kind.Sent.Skip(2));
    }

    [Fact]
    public async Task Requests_of_different_groups_share_no_call()
    {
        var kind = new EchoKind();
        await BehindAsync(kind, "a", "b@leads", "c@contacts", "d", "e@leads");

        Assert.Equal(
            ["a d", "b@leads e@leads", "c@contacts"],
            kind.Sent.Select(sent => string.Join(' ', sent)).Where(sent => !sent.StartsWith('0')).Order());
    }

    [Fact]
    public async Task Work_on_the_past_shares_no_call_with_what_somebody_waits_for()
    {
        var kind = new EchoKind();
        var batcher = Of(kind);
        var calls = new[] { Send(batcher, "now"), batcher.SendAsync("past", ZohoPriority.Background, default) };
        await kind.ArrivedAsync();
        await kind.ArrivedAsync();
        kind.LetThrough(2);
        await Task.WhenAll(calls);

        Assert.Equal([ZohoPriority.Normal, ZohoPriority.Background], kind.Priorities.Order());
        Assert.All(kind.Sent, sent => Assert.Single(sent));
    }

    [Fact]
    public async Task Two_of_one_key_are_never_in_flight_together_whatever_their_group_and_priority()
    {
        var kind = new EchoKind();
        var batcher = Of(kind);
        var first = Send(batcher, "k.1");
        await kind.ArrivedAsync();
        Task<string>[] others = [batcher.SendAsync("k.2", ZohoPriority.Background, default), Send(batcher, "k.3@g"), Send(batcher, "x@g")];
        await kind.ArrivedAsync();
        Assert.Equal("x@g", Assert.Single(kind.Sent[1]));
        kind.LetThrough(100);

        Assert.Equal(["K.1", "K.2", "K.3@G", "X@G"], (await Task.WhenAll([first, .. others])).Order());
        Assert.Equal(4, kind.Sent.Count);
    }

    [Fact]
    public async Task Request_that_is_given_up_leaves_the_queue_and_the_others_go_on()
    {
        var kind = new EchoKind();
        var batcher = Of(kind);
        using var stop = new CancellationTokenSource();
        var first = Send(batcher, "a");
        await kind.ArrivedAsync();
        var givenUp = batcher.SendAsync("b", ZohoPriority.Normal, stop.Token);
        var other = Send(batcher, "c");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        kind.LetThrough(2);

        Assert.Equal(["A", "C"], await Task.WhenAll(first, other));
        Assert.Equal([["a"], ["c"]], kind.Sent);
    }

    [Fact]
    public async Task Request_that_is_given_up_in_flight_ends_nobody_elses_call()
    {
        var kind = new EchoKind();
        var batcher = Of(kind);
        using var stop = new CancellationTokenSource();
        var first = Send(batcher, "a");
        await kind.ArrivedAsync();
        var givenUp = batcher.SendAsync("b", ZohoPriority.Normal, stop.Token);
        var other = Send(batcher, "c");
        kind.LetThrough();
        await kind.ArrivedAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.False(other.IsCompleted);
        kind.LetThrough();

        Assert.Equal(["A", "C"], await Task.WhenAll(first, other));
        Assert.Equal(["b", "c"], kind.Sent[1]);
    }

    [Fact]
    public async Task Who_asks_for_too_much_at_once_waits_for_room_and_is_served()
    {
        var kind = new EchoKind();
        kind.LetThrough(int.MaxValue);
        var batcher = Of(kind);

        var results = await Task.WhenAll(Enumerable.Range(0, (Batcher<string, string>.MostWaiting * 3) + 1).Select(number => Send(batcher, $"n{number}")));

        Assert.Equal((Batcher<string, string>.MostWaiting * 3) + 1, results.Distinct().Count());
        Assert.All(kind.Sent, sent => Assert.InRange(sent.Count, 1, 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_sent_given_up_and_refused_at_once_everybody_else_gets_an_answer_of_his_own(int seed)
    {
        var random = new Random(seed);
        var kind = new EchoKind
        {
            MostRequests = 10,
            Refusal = sent => sent.Any(name => name.Contains("bad", StringComparison.Ordinal)) ? new ZohoCrmException("INVALID_DATA", "no", "") : null,
        };
        kind.LetThrough(int.MaxValue);
        var batcher = Of(kind);
        using var stop = new CancellationTokenSource();
        var sent = Enumerable.Range(0, 4_000).Select(number => (
            Name: $"k{random.Next(60)}.{number}{(random.Next(50) == 0 ? "bad" : "")}@{random.Next(3)}",
            Priority: (ZohoPriority)random.Next(2),
            IsGivenUp: random.Next(10) == 0)).ToList();

        var calls = sent.Select(one => Task.Run(() => batcher.SendAsync(one.Name, one.Priority, one.IsGivenUp ? stop.Token : default))).ToList();
        await calls[2_000].ContinueWith(_ => { }, TaskScheduler.Default);
        await stop.CancelAsync();
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default))).WaitAsync(TimeSpan.FromSeconds(60));

        foreach (var (one, call) in sent.Zip(calls))
        {
            Assert.True(call.IsCanceled ? one.IsGivenUp : call.IsFaulted == one.Name.Contains("bad", StringComparison.Ordinal), one.Name);
            Assert.True(!call.IsCompletedSuccessfully || await call == one.Name.ToUpperInvariant(), one.Name);
        }

        Assert.False(kind.HasMetKeyTwice);
        Assert.Equal(1_500, (await Task.WhenAll(Enumerable.Range(0, 1_500).Select(number => Send(batcher, $"n{number}")))).Distinct().Count());
    }

    private static Batcher<string, string> Of(EchoKind kind)
    {
        var time = new FakeTimeProvider();
        return new(kind, new BatchPace(time), time, NullLogger.Instance);
    }

    private static Task<string> Send(Batcher<string, string> batcher, string name) => batcher.SendAsync(name, ZohoPriority.Normal, default);

    // All of them wait while another call is in flight in each of their groups.
    private static async Task<IReadOnlyList<string>> BehindAsync(EchoKind kind, params string[] names)
    {
        var batcher = Of(kind);
        string[] groups = [.. names.Select(kind.GroupOf).Distinct()];
        var first = groups.Select(group => Send(batcher, group.Length == 0 ? "0" : $"0@{group}")).ToList();
        foreach (var _ in groups)
        {
            await kind.ArrivedAsync();
        }

        var calls = names.Select(name => Send(batcher, name)).ToList();
        kind.LetThrough(100);
        await Task.WhenAll(first);
        return await Task.WhenAll(calls);
    }
}
