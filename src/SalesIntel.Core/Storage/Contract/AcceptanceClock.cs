namespace SalesIntel.Storage.Contract;

/// <summary>Stamps acceptances of one process: UTC, whole microseconds, each later than the one before, so that the stamp alone
/// orders the events of a lane.</summary>
/// <param name="clock">The store's clock.</param>
internal sealed class AcceptanceClock(StoreClock clock)
{
    private readonly Lock gate = new();
    private long last;

    /// <summary>The next stamp.</summary>
    public DateTimeOffset Next()
    {
        var now = ToMicroseconds(clock.Now);
        lock (gate)
        {
            last = now > last ? now : last + 1;
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
