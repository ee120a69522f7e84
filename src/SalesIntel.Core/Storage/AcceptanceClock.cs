namespace SalesIntel.Storage;

/// <summary>Stamps acceptances of one process: UTC, whole microseconds, each later than the one before, so that the stamp alone
/// orders the events of a lane.</summary>
/// <param name="time">The clock.</param>
public sealed class AcceptanceClock(TimeProvider time)
{
    // A clock that was set back by more than this is believed; less is taken for jitter and ridden out.
    private const long LargestStepBack = 1_000_000;

    private readonly Lock gate = new();
    private long last;

    /// <summary>The next stamp.</summary>
    public DateTimeOffset Next()
    {
        var now = ToMicroseconds(time.GetUtcNow());
        lock (gate)
        {
            last = now > last || last - now > LargestStepBack ? now : last + 1;
            return FromMicroseconds(last);
        }
    }

    /// <summary>Microseconds since 1970, rounded down.</summary>
    public static long ToMicroseconds(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time so many microseconds after 1970, UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
