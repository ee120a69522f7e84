using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>When a call is put off, and until when. Calls take 20 ms here, and one that is put off waits for 24 minutes at most: whatever it does
/// before has another reason.</summary>
public sealed class BatchPaceTests
{
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider time = new();
    private readonly EchoKind kind = new() { MostRequests = 20, LongestHold = TimeSpan.FromHours(1) };
    private readonly BatchPace pace;
    private readonly Batcher<string, string> batcher;
    private int callers;

    public BatchPaceTests()
    {
        pace = new BatchPace(time, () => Volatile.Read(ref callers));
        batcher = Of(kind);
    }

    [Fact]
    public async Task Full_call_waits_for_nothing()
    {
        await LoadAsync();
        callers = 100;
        var calls = Send(19).ToList();
        await StaysAsync(Call * 10);

        calls.AddRange(Send(1));
        await kind.ArrivedAsync();
        kind.LetThrough();
        await Task.WhenAll(calls);

        Assert.Equal(20, kind.Sent[^1].Count);
    }

    [Fact]
    public async Task Call_goes_when_it_is_time_although_more_is_on_its_way()
    {
        kind.LongestHold = TimeSpan.FromSeconds(10);
        await LoadAsync();
        callers = 100;

        Assert.InRange(await SentAfterAsync(Send(5)), kind.LongestHold * (Call / Batcher<string, string>.SlowCall), Soon);
    }

    [Fact]
    public async Task Call_goes_when_everybody_waits()
    {
        await LoadAsync();
        callers = 5;

        Assert.InRange(await SentAfterAsync(Send(5)), TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task Call_waits_for_somebody_who_has_something_else_to_do_first()
    {
        await LoadAsync();
        callers = 6;
        var calls = Send(5).ToList();
        await StaysAsync(Call * 10);

        calls.AddRange(Send(1));
        Assert.InRange(await SentAfterAsync(calls), TimeSpan.Zero, Soon);
        Assert.Equal(6, kind.Sent[^1].Count);
    }

    [Fact]
    public async Task Where_nobody_knows_who_comes_it_is_the_end_of_what_comes()
    {
        var nobody = new BatchPace(time);
        var unknown = new Batcher<string, string>(kind, nobody, time, NullLogger.Instance);
        await LoadAsync(unknown, nobody);

        Assert.InRange(await SentAfterAsync(Send(5, unknown)), TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task Of_several_calls_that_are_put_off_the_fullest_goes_and_the_others_wait_for_what_it_brings()
    {
        await LoadAsync();
        var (later, other) = (new EchoKind { MostRequests = 20, LongestHold = TimeSpan.FromHours(1) }, default(Batcher<string, string>));
        other = Of(later);
        callers = 8;
        var few = Send(3).ToList();
        var many = Send(5, other).ToList();
        await UntilAsync(later.ArrivedAsync());
        await StaysAsync(Call * 10);

        // They go on to the first kind.
        later.LetThrough();
        await Task.WhenAll(many);
        few.AddRange(Send(5));
        Assert.InRange(await SentAfterAsync(few), TimeSpan.Zero, Soon);
        Assert.Equal(8, kind.Sent[^1].Count);
    }

    [Fact]
    public async Task Request_after_the_load_is_sent_at_once()
    {
        await LoadAsync();
        time.Advance(BatchPace.Memory);
        callers = 100;

        var call = Send(1).Single();
        await kind.ArrivedAsync();
        kind.LetThrough();
        Assert.NotEmpty(await call);
    }

    [Fact]
    public async Task Request_that_is_given_up_while_its_call_is_put_off_is_waited_for_no_longer()
    {
        await LoadAsync();
        callers = 3;
        using var stop = new CancellationTokenSource();
        var givenUp = batcher.SendAsync("gone", ZohoPriority.Normal, stop.Token);
        var calls = Send(2).ToList();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);

        // Whoever gave it up is still there.
        await StaysAsync(Call * 10);
        callers = 2;
        Assert.InRange(await SentAfterAsync(calls), TimeSpan.Zero, Soon);
        Assert.Equal(2, kind.Sent[^1].Count);
    }

    private Batcher<string, string> Of(EchoKind of) => new(of, pace, time, NullLogger.Instance);

    private IEnumerable<Task<string>> Send(int count, Batcher<string, string>? to = null) =>
        [.. Enumerable.Range(0, count).Select(number => (to ?? batcher).SendAsync($"n{number}", ZohoPriority.Normal, default))];

    // One call with one and one with many.
    private async Task LoadAsync(Batcher<string, string>? to = null, BatchPace? its = null)
    {
        List<Task<string>> calls = [.. Send(1, to)];
        await kind.ArrivedAsync();
        calls.AddRange(Send(10, to));
        time.Advance(Call);
        kind.LetThrough();
        await kind.ArrivedAsync();
        time.Advance(Call);
        kind.LetThrough();
        await Task.WhenAll(calls);
        Assert.Equal([1, 10], kind.Sent.Select(sent => sent.Count));
        await FakeTime.UntilTrueAsync(() => Task.FromResult((its ?? pace).IsBusy));
    }

    private async Task StaysAsync(TimeSpan span)
    {
        var sent = kind.Sent.Count;
        for (var passed = TimeSpan.Zero; passed < span; passed += Call)
        {
            time.Advance(Call);
            await Task.Delay(2);
        }

        Assert.Equal(sent, kind.Sent.Count);
    }

    private async Task<TimeSpan> SentAfterAsync(IEnumerable<Task<string>> calls)
    {
        var begun = time.GetTimestamp();
        await UntilAsync(kind.ArrivedAsync());
        var passed = time.GetElapsedTime(begun);
        kind.LetThrough();
        await Task.WhenAll(calls);
        return passed;
    }

    private async Task UntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(Call);
            await Task.WhenAny(task, Task.Delay(2));
        }
    }
}
