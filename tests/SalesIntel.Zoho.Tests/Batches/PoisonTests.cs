using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>One request for which Zoho refuses a whole call, and refusals that are about everybody.</summary>
public sealed class PoisonTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(50, false)]
    [InlineData(99, false)]
    [InlineData(0, true)]
    [InlineData(50, true)]
    [InlineData(99, true)]
    public async Task Request_that_has_a_call_of_100_refused_is_found_in_14_calls_and_is_the_only_one_refused(int poisoned, bool isFault)
    {
        var kind = new EchoKind { Refusal = sent => sent.Contains($"n{poisoned}") ? Refused(isFault) : null };

        var outcomes = await BehindAsync(kind, 100);

        Assert.Equal([poisoned], outcomes.Index().Where(one => one.Item is not null).Select(one => one.Index));
        Assert.InRange(kind.Sent.Count - 2, 1, 14);
    }

    [Fact]
    public async Task Two_requests_that_have_a_call_refused_are_both_found()
    {
        var kind = new EchoKind { Refusal = sent => sent.Contains("n3") || sent.Contains("n77") ? Refused(isFault: false) : null };

        var outcomes = await BehindAsync(kind, 100);

        Assert.Equal([3, 77], outcomes.Index().Where(one => one.Item is not null).Select(one => one.Index));
    }

    [Fact]
    public async Task Fault_that_everybody_meets_is_not_asked_for_by_each()
    {
        var kind = new EchoKind { Refusal = sent => sent.Contains("0") ? null : Refused(isFault: true) };

        var outcomes = await BehindAsync(kind, 100);

        Assert.All(outcomes, outcome => Assert.Equal(("INTERNAL_ERROR", true), (outcome!.Code, outcome.IsTransient)));
        Assert.InRange(kind.Sent.Count, 2, 14);
    }

    [Fact]
    public async Task What_may_have_been_done_and_must_not_be_done_twice_is_not_sent_again_and_everybody_knows()
    {
        var kind = new EchoKind { IsRepeatable = false, Refusal = sent => sent.Contains("n1") ? Refused(isFault: true) : null };

        var outcomes = await BehindAsync(kind, 10);

        Assert.All(outcomes, outcome => Assert.True(outcome!.OutcomeUnknown));
        Assert.Equal(2, kind.Sent.Count);
    }

    [Fact]
    public async Task What_was_refused_for_certain_is_halved_although_it_must_not_be_done_twice()
    {
        var kind = new EchoKind { IsRepeatable = false, Refusal = sent => sent.Contains("n1") ? Refused(isFault: false) : null };

        var outcomes = await BehindAsync(kind, 10);

        Assert.Equal([1], outcomes.Index().Where(one => one.Item is not null).Select(one => one.Index));
    }

    [Theory]
    [InlineData("NO_PERMISSION")]
    [InlineData("INVALID_QUERY")]
    [InlineData("redirect")]
    public async Task Refusal_of_everybody_is_everybodys_after_one_call_and_each_has_an_exception_of_its_own(string code)
    {
        var kind = new EchoKind
        {
            Refusal = sent => sent.Contains("0") ? null : new ZohoCrmException(code, "no", "") { IsOutage = code == "redirect", IsTransient = code == "redirect" },
        };

        var outcomes = await BehindAsync(kind, 100);

        Assert.All(outcomes, outcome => Assert.Equal(code, outcome!.Code));
        Assert.Equal(100, outcomes.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(2, kind.Sent.Count);
    }

    private static ZohoCrmException Refused(bool isFault) => new(isFault ? "INTERNAL_ERROR" : "INVALID_DATA", "Refused.", "")
    {
        IsTransient = isFault, OutcomeUnknown = isFault,
    };

    // The exceptions of as many requests that are sent together; null where there is none.
    private static async Task<IReadOnlyList<ZohoCrmException?>> BehindAsync(EchoKind kind, int count)
    {
        var batcher = new Batcher<string, string>(kind, new BatchPace(new FakeTimeProvider()), new FakeTimeProvider(), NullLogger.Instance);
        var first = batcher.SendAsync("0", ZohoPriority.Normal, default);
        await kind.ArrivedAsync();
        var calls = Enumerable.Range(0, count).Select(number => batcher.SendAsync($"n{number}", ZohoPriority.Normal, default)).ToList();
        kind.LetThrough(1_000);
        await first;
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default)));
        return [.. calls.Select(call => (ZohoCrmException?)call.Exception?.InnerException)];
    }
}
