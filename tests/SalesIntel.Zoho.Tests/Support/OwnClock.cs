using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Zoho.Tests.Support;

/// <summary>The clock of one machine: its calendar can be set, while timers and what counts time go with everybody's.</summary>
internal sealed class OwnClock(FakeTimeProvider time) : TimeProvider
{
    /// <summary>How far the calendar is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Ahead;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
