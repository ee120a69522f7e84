namespace SalesIntel.Zoho.Client;

/// <summary>What all kinds of calls of a process know of its load: whether many requests come at the moment, and whether more are on their way.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="callers">How many there are that may have a request soon, those among them that wait for one; null when nobody knows.</param>
internal sealed class BatchPace(TimeProvider time, Func<int>? callers = null)
{
    /// <summary>Calls of one kind without a pause between them that carried so many show that many more are on their way: the last one counts
    /// whole, each before it half as much.</summary>
    internal const int Many = 4;

    /// <summary>For how long the load is taken for as it was.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromMilliseconds(2_500);

    private readonly Lock gate = new();
    private readonly List<BatchHold> holds = [];
    private long? busySince;
    private int waiting;
    private int inFlight;
    private long changes;
    private TimeSpan fastest;

    /// <summary>True when many requests have come lately, of whatever kind: what is sent now is followed by more.</summary>
    public bool IsBusy
    {
        get
        {
            lock (gate)
            {
                return busySince is { } since && time.GetElapsedTime(since) < Memory;
            }
        }
    }

    /// <summary>About how long the fastest of the last calls took. On a machine that is short of processors calls seem to take long, and waiting
    /// would make that worse.</summary>
    public TimeSpan Fastest
    {
        get
        {
            lock (gate)
            {
                return fastest;
            }
        }
    }

    /// <summary>A call has carried many.</summary>
    public void SetBusy()
    {
        lock (gate)
        {
            busySince = time.GetTimestamp();
        }
    }

    /// <summary>A request waits.</summary>
    public void Arrived()
    {
        lock (gate)
        {
            waiting++;
            changes++;
        }
    }

    /// <summary>A request was given up.</summary>
    public void GivenUp()
    {
        lock (gate)
        {
            waiting--;
        }
    }

    /// <summary>Requests that waited go with a call.</summary>
    public void Begun(int requests)
    {
        lock (gate)
        {
            waiting -= requests;
            inFlight++;
        }
    }

    /// <summary>A call has ended.</summary>
    public void Ended(TimeSpan took)
    {
        lock (gate)
        {
            inFlight--;
            changes++;
            var slower = fastest + (fastest / 10);
            fastest = fastest == TimeSpan.Zero || took < slower ? took : slower;
        }
    }

    /// <summary>Puts off a call of a lane.</summary>
    public BatchHold Hold(Func<double> fill)
    {
        var hold = new BatchHold(this, fill);
        lock (gate)
        {
            holds.Add(hold);
        }

        return hold;
    }

    internal void Remove(BatchHold hold)
    {
        lock (gate)
        {
            holds.Remove(hold);
        }
    }

    /// <summary>Whether nothing comes unless a call is made: everybody who may have a request waits for the result of one, and no call is in
    /// flight. Then the one that carries most goes, and what its results bring about joins the others.</summary>
    /// <param name="hold">The call that is put off.</param>
    /// <param name="seen">What was counted when it was looked at before; whoever has just got a result needs a moment to ask for more.</param>
    internal (bool IsItsTurn, long Seen) Look(BatchHold hold, long seen)
    {
        lock (gate)
        {
            var isQuiet = inFlight == 0 && seen == changes && (callers?.Invoke() ?? 0) <= waiting;
            return (isQuiet && holds.MaxBy(one => one.Fill) == hold, changes);
        }
    }
}
