using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Auth;

/// <summary>A caller that has found no token, and another who has fetched one before the first has asked for it.</summary>
public sealed class OvertakenFetchTests
{
    [Theory]
    [InlineData(7_200)]
    [InlineData(3_300)]
    public async Task Row_2_10_token_that_was_fetched_meanwhile_is_not_fetched_again(int secondsLater)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var clock = new InterruptedClock(time);
        using var zoho = new ZohoHarness(time: time, clock: clock);
        zoho.Stub.On(ZohoHarness.TokenRoute, 200, Answers.Token("token-2"));
        var tokens = zoho.Get<ZohoTokens>();
        await tokens.GetAsync(default);
        time.Advance(TimeSpan.FromSeconds(secondsLater));

        clock.Interrupt = async () =>
        {
            await tokens.GetAsync(default);
            await FakeTime.UntilTrueAsync(() => Task.FromResult(!tokens.IsFetching));
        };
        await tokens.GetAsync(default);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(!tokens.IsFetching));

        Assert.Equal("token-2", (await tokens.GetAsync(default)).Token);
        Assert.Equal(2, zoho.Stub.Count(ZohoHarness.TokenRoute));
    }

    // Lets something happen between the moment when the time is read and the one when it is used.
    private sealed class InterruptedClock(FakeTimeProvider time) : TimeProvider
    {
        private Func<Task>? interrupt;

        public Func<Task>? Interrupt
        {
            set => interrupt = value;
        }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp()
        {
            var now = time.GetTimestamp();
            if (Interlocked.Exchange(ref interrupt, null) is { } happens)
            {
                Task.Run(happens).GetAwaiter().GetResult();
            }

            return now;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }
}
