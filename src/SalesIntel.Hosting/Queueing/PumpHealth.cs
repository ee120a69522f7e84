namespace SalesIntel.Hosting.Queueing;

/// <summary>When the pump last looked for work. A pump whose workers are all busy does not look and is not silent.</summary>
internal sealed class PumpHealth(TimeProvider time)
{
    private long lastPass = time.GetTimestamp();
    private int running;
    private volatile bool saturated;

    /// <summary>For how long the pump has said nothing; zero while all workers are busy.</summary>
    public TimeSpan SilentFor => saturated ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref lastPass));

    /// <summary>Events being worked on.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>The store answered the question for work.</summary>
    public void Passed() => Interlocked.Exchange(ref lastPass, time.GetTimestamp());

    public void Saturated(bool value)
    {
        saturated = value;
        if (!value)
        {
            Passed();
        }
    }

    public void Began() => Interlocked.Increment(ref running);

    public void Ended() => Interlocked.Decrement(ref running);
}
