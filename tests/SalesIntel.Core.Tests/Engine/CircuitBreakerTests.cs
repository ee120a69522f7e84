using Microsoft.Extensions.Time.Testing;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class CircuitBreakerTests
{
    private const string Circuit = Circuits.Crm;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly TestAlerts alerts = new();
    private readonly ProcessingOptions options = new() { ProbeAfter = TimeSpan.FromSeconds(5) };
    private readonly MemoryStore store;
    private readonly CircuitBreaker breaker;
    private int calls;

    public CircuitBreakerTests()
    {
        store = new MemoryStore(time);
        breaker = new CircuitBreaker(store, alerts, options, time);
    }

    [Fact]
    public async Task Closed_circuit_lets_calls_through_and_says_nothing()
    {
        Assert.Equal(1, await CallAsync());
        Assert.Equal(2, await CallAsync());

        Assert.Empty(alerts.Raised);
    }

    [Fact]
    public async Task Outage_opens_the_circuit_and_the_next_call_is_not_made()
    {
        await FailAsync(Outage());

        var open = await Assert.ThrowsAsync<CircuitOpenException>(CallAsync);

        Assert.Equal((Circuit, 0), (open.Circuit, calls));
        Assert.InRange(open.RetryAt, time.GetUtcNow() + options.ProbeAfter, time.GetUtcNow() + options.ProbeAfter + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Other_circuits_stay_closed()
    {
        await FailAsync(Outage());

        Assert.Equal(7, await breaker.RunAsync(Circuits.Model, () => Task.FromResult(7), CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_that_is_no_outage_opens_nothing(bool transient)
    {
        await FailAsync(new ProviderException("zoho", "x", "m") { IsTransient = transient });

        Assert.Equal(1, await CallAsync());
    }

    [Fact]
    public async Task Pause_is_as_long_as_the_provider_asks_but_not_shorter_than_ours()
    {
        await FailAsync(Outage(retryAfter: 90));
        Assert.Equal(time.GetUtcNow().AddSeconds(90), (await StateAsync())!.Until);

        await store.CloseAsync(Circuit, CancellationToken.None);
        await FailAsync(Outage(retryAfter: 1));
        Assert.Equal(time.GetUtcNow() + options.ProbeAfter, (await StateAsync())!.Until);
    }

    [Fact]
    public async Task Pause_of_a_day_is_looked_after_every_quarter_of_an_hour()
    {
        await FailAsync(Outage(retryAfter: 86_400));
        Assert.Equal(time.GetUtcNow().AddMinutes(15), (await StateAsync())!.Until);
    }

    [Fact]
    public async Task Failure_tells_whether_anything_was_known_to_be_wrong()
    {
        var first = Outage();
        await FailAsync(first);
        time.Advance(options.ProbeAfter);
        var probe = Outage();
        await FailAsync(probe);

        Assert.Equal((true, false), (first.MetClosedCircuit, probe.MetClosedCircuit));
    }

    [Fact]
    public async Task After_the_pause_one_probe_is_made_and_the_others_wait()
    {
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);
        var answer = new TaskCompletionSource<int>();
        var probe = breaker.RunAsync(Circuit, () => answer.Task, CancellationToken.None);

        await Assert.ThrowsAsync<CircuitOpenException>(CallAsync);
        answer.SetResult(1);
        await probe;

        Assert.Equal(1, await CallAsync());
        Assert.Null(await StateAsync());
    }

    [Fact]
    public async Task Probe_whose_prober_died_gives_its_permission_away_after_ten_seconds()
    {
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);
        var never = breaker.RunAsync(Circuit, () => new TaskCompletionSource<int>().Task, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<CircuitOpenException>(CallAsync);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await CallAsync());
        Assert.False(never.IsCompleted);
    }

    [Fact]
    public async Task Probe_that_meets_the_outage_again_prolongs_the_pause_and_keeps_its_beginning()
    {
        var began = time.GetUtcNow();
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);
        await FailAsync(Outage());

        Assert.Equal((began, time.GetUtcNow() + options.ProbeAfter), ((await StateAsync())!.Since, (await StateAsync())!.Until));
        await Assert.ThrowsAsync<CircuitOpenException>(CallAsync);
    }

    [Fact]
    public async Task Probe_that_is_refused_for_its_own_sake_closes_the_circuit()
    {
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);

        await FailAsync(new ProviderException("zoho", "INVALID_DATA", "m"));

        Assert.Equal(1, await CallAsync());
    }

    [Fact]
    public async Task Probe_that_fails_on_the_way_leaves_the_circuit_open()
    {
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);

        await FailAsync(new ProviderException("zoho", "timeout", "m") { IsTransient = true });

        await Assert.ThrowsAsync<CircuitOpenException>(CallAsync);
    }

    [Fact]
    public async Task Hiccup_that_the_first_probe_ends_is_told_by_no_alert_but_the_all_clear()
    {
        await FailAsync(Outage());
        time.Advance(options.ProbeAfter);
        await CallAsync();

        Assert.True(Assert.Single(alerts.Raised).IsAllClear);
    }

    [Theory]
    [InlineData(true, 61)]
    [InlineData(false, null)]
    public async Task Outage_that_will_not_pass_by_itself_or_soon_is_told_at_once(bool transient, int? retryAfter)
    {
        await FailAsync(Outage(transient, retryAfter));

        var alert = Assert.Single(alerts.Raised);
        Assert.Equal(("outage:crm", false, "zoho is away"), (alert.Fingerprint, alert.IsAllClear, alert.Detail));
    }

    [Fact]
    public async Task End_of_an_outage_is_told_once_with_its_length()
    {
        await FailAsync(Outage());
        time.Advance(TimeSpan.FromSeconds(6));
        await FailAsync(Outage());
        time.Advance(TimeSpan.FromSeconds(6));
        await CallAsync();
        await CallAsync();

        Assert.Equal([false, true], alerts.Raised.Select(alert => alert.IsAllClear));
        Assert.Equal("It was away for 12 seconds; what was paused goes on.", alerts.Raised.Last().Detail);
        Assert.Single(alerts.Raised.Select(alert => alert.Fingerprint).Distinct());
    }

    [Fact]
    public async Task Another_process_sees_the_same_circuit()
    {
        await FailAsync(Outage());
        var other = new CircuitBreaker(store, alerts, options, time);

        await Assert.ThrowsAsync<CircuitOpenException>(() => other.RunAsync(Circuit, () => Task.FromResult(1), CancellationToken.None));
    }

    [Fact]
    public async Task Outage_that_another_process_met_is_noticed_within_a_quarter_of_a_second()
    {
        var other = new CircuitBreaker(store, alerts, options, time);
        await other.RunAsync(Circuit, () => Task.FromResult(1), CancellationToken.None);
        await FailAsync(Outage());

        time.Advance(TimeSpan.FromMilliseconds(250));

        await Assert.ThrowsAsync<CircuitOpenException>(() => other.RunAsync(Circuit, () => Task.FromResult(1), CancellationToken.None));
    }

    [Fact]
    public async Task Calls_in_flight_when_the_circuit_opens_raise_no_alert_for_a_hiccup()
    {
        var other = new CircuitBreaker(store, alerts, options, time);
        await other.RunAsync(Circuit, () => Task.FromResult(1), CancellationToken.None);
        await FailAsync(Outage());

        for (var call = 0; call < 3; call++)
        {
            await Assert.ThrowsAsync<CircuitOpenException>(() => breaker.RunAsync(Circuit, () => Task.FromResult(1), CancellationToken.None));
        }

        await Assert.ThrowsAsync<ProviderException>(
            () => other.RunAsync(Circuit, () => Task.FromException<int>(Outage()), CancellationToken.None));
        Assert.Empty(alerts.Raised);
    }

    private static ProviderException Outage(bool transient = true, int? retryAfter = null) => new("zoho", "OVERLOAD", "zoho is away")
    {
        IsOutage = true, IsTransient = transient, RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private Task<OpenCircuit?> StateAsync() => ((ICircuitStore)store).GetAsync(Circuit, CancellationToken.None);

    private Task<int> CallAsync() => breaker.RunAsync(Circuit, () => Task.FromResult(++calls), CancellationToken.None);

    private Task FailAsync(ProviderException failure) => Assert.ThrowsAsync<ProviderException>(
        () => breaker.RunAsync(Circuit, () => Task.FromException<int>(failure), CancellationToken.None));
}
