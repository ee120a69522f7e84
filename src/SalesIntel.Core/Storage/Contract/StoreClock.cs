namespace SalesIntel.Storage.Contract;

/// <summary>The clock of a store: acceptances, due times, leases and circuits go by it. Once begun it rides out every step back of
/// the host's clock, so that nothing waits for the difference; with <see cref="Follow"/> it goes by a server's clock, so that hosts
/// whose clocks disagree agree in the store. Times that a caller gives or gets are the host's and are translated.</summary>
public sealed class StoreClock
{
    // A server is read with the jitter of a round trip; a step back by more is ridden out like the host's own.
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(1);

    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private DateTimeOffset anchor;
    private long anchoredAt;
    private bool follows;

    /// <summary>Begins with the host's time.</summary>
    /// <param name="time">The host's clock.</param>
    public StoreClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        (anchor, anchoredAt) = (time.GetUtcNow(), time.GetTimestamp());
    }

    /// <summary>The store's time, UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                var now = anchor + time.GetElapsedTime(anchoredAt);
                if (!follows && time.GetUtcNow() is var host && host > now)
                {
                    (anchor, anchoredAt) = (host, time.GetTimestamp());
                    return host;
                }

                return now;
            }
        }
    }

    /// <summary>Takes over a server's time. The first is believed whatever it is; later ones never lead back by more than a
    /// second.</summary>
    /// <param name="theirs">The server's time at this moment, UTC.</param>
    public void Follow(DateTimeOffset theirs)
    {
        lock (gate)
        {
            if (!follows || theirs > anchor + time.GetElapsedTime(anchoredAt) - Jitter)
            {
                (anchor, anchoredAt, follows) = (theirs, time.GetTimestamp(), true);
            }
        }
    }

    /// <summary>Goes on from a time that the store has reached before, when that is later than now: after a restart, or when another
    /// process is ahead. The host's clock takes over again as soon as it is later.</summary>
    /// <param name="seen">The time that was reached, UTC.</param>
    public void Reach(DateTimeOffset seen)
    {
        lock (gate)
        {
            if (seen > anchor + time.GetElapsedTime(anchoredAt))
            {
                (anchor, anchoredAt) = (seen, time.GetTimestamp());
            }
        }
    }

    /// <summary>A time of the host as a time of the store: as far away from now.</summary>
    public DateTimeOffset FromHost(DateTimeOffset at) => Now + (at - time.GetUtcNow());

    /// <summary>A time of the store as a time of the host: as far away from now.</summary>
    public DateTimeOffset ToHost(DateTimeOffset at) => time.GetUtcNow() + (at - Now);

    /// <summary>An outage with its times as the host's.</summary>
    internal OpenCircuit? ToHost(OpenCircuit? open) => open is null ? null : open with { Since = ToHost(open.Since), Until = ToHost(open.Until) };
}
