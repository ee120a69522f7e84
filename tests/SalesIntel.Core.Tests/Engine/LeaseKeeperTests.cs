using Microsoft.Extensions.Time.Testing;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class LeaseKeeperTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_store_that_does_not_answer_can_not_keep_work_going_beyond_its_lease()
    {
        var store = new SilentQueue();
        await using var keeper = LeaseKeeper.Start(store, Held(), Lease, time, default);
        var ended = new TaskCompletionSource();
        await using var registration = keeper.Token.Register(ended.SetResult);

        time.Advance(Lease / 3);
        await store.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(keeper.Token.IsCancellationRequested);
        time.Advance(Lease);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(keeper.IsLost);
    }

    [Fact]
    public async Task Lease_runs_out_in_time_although_the_calendar_was_set_back()
    {
        var clock = new OwnCalendar(time);
        await using var keeper = LeaseKeeper.Start(new SilentQueue(), Held(), Lease, clock, default);
        keeper.EnsureHeld();
        clock.Behind = TimeSpan.FromHours(1);

        // At once, so that no renewal has ended it yet.
        clock.Passed = Lease;
        Assert.Throws<LeaseLostException>(keeper.EnsureHeld);
    }

    private EventLease Held() => new(Told.Event(Bodies.Created("A", "ada@quill.example", 0, 48)), new Lane("lane"), "token", time.GetUtcNow() + Lease);

    private sealed class OwnCalendar(FakeTimeProvider time) : TimeProvider
    {
        public TimeSpan Behind { get; set; }

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Passed - Behind;

        public override long GetTimestamp() => time.GetTimestamp() + (long)(Passed.TotalSeconds * TimestampFrequency);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class SilentQueue : IWorkQueue
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
