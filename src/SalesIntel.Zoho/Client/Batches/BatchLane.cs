namespace SalesIntel.Zoho.Client;

/// <summary>The requests of one kind, group and priority that wait, in order, and what is in flight of them. For use under its owner's lock.
/// </summary>
internal sealed class BatchLane<TRequest, TResult>(
    IBatchKind<TRequest, TResult> kind, string group, ZohoPriority priority, HashSet<string> keysInFlight)
{
    // More than one only when a whole call is full: what arrives meanwhile makes the next call larger, and Zoho counts calls.
    private const int MostInFlight = 3;

    private readonly LinkedList<BatchWaiter<TRequest, TResult>> waiting = new();
    private long size;

    public string Group => group;

    public ZohoPriority Priority => priority;

    public int InFlight { get; private set; }

    public bool IsIdle => InFlight == 0 && waiting.Count == 0;

    /// <summary>True when what waits has to wait for a key that another lane has in flight, and nobody is there to send it then.</summary>
    public bool IsStalled => InFlight == 0 && waiting.Count > 0;

    /// <summary>How much of a call waits: 1 when it is full, by number or by size. May be read without the lock, and is a moment old then.</summary>
    public double Fill => Math.Max((double)waiting.Count / kind.MostRequests, (double)size / kind.MostSize);

    public LinkedListNode<BatchWaiter<TRequest, TResult>> Add(BatchWaiter<TRequest, TResult> waiter)
    {
        size += kind.SizeOf(waiter.Request);
        return waiting.AddLast(waiter);
    }

    /// <summary>Takes one out that waits no longer; false when it is in flight.</summary>
    public bool Remove(LinkedListNode<BatchWaiter<TRequest, TResult>> waiter)
    {
        if (waiter.List is null)
        {
            return false;
        }

        size -= kind.SizeOf(waiter.Value.Request);
        waiting.Remove(waiter);
        return true;
    }

    /// <summary>True when another sender is to begin; it counts from now on.</summary>
    public bool TryBegin()
    {
        if (InFlight > 0 && (InFlight == MostInFlight || waiting.Count < kind.MostRequests))
        {
            return false;
        }

        InFlight++;
        return true;
    }

    /// <summary>Takes out the requests of the next call, at most as many as one carries and no two of one key. One that has to wait for another
    /// of its key keeps its place.</summary>
    /// <returns>Empty when the sender is to end; it does not count any longer.</returns>
    public List<BatchWaiter<TRequest, TResult>> Take()
    {
        var taken = new List<BatchWaiter<TRequest, TResult>>();
        var takenSize = 0;
        var passed = new HashSet<string>(StringComparer.Ordinal);
        if (InFlight > 1 && waiting.Count < kind.MostRequests)
        {
            InFlight--;
            return taken;
        }

        for (var node = waiting.First; node is not null && taken.Count < kind.MostRequests;)
        {
            var (waiter, here) = (node.Value, node);
            node = node.Next;
            var key = kind.KeyOf(waiter.Request);
            if (key is not null && (passed.Contains(key) || keysInFlight.Contains(key)))
            {
                passed.Add(key);
                continue;
            }

            var itsSize = kind.SizeOf(waiter.Request);
            if (taken.Count > 0 && takenSize + itsSize > kind.MostSize)
            {
                break;
            }

            takenSize += itsSize;
            Remove(here);
            taken.Add(waiter);
            if (key is not null)
            {
                keysInFlight.Add(key);
            }
        }

        InFlight -= taken.Count == 0 ? 1 : 0;
        return taken;
    }

    /// <summary>The call with these has ended.</summary>
    public void Release(IEnumerable<BatchWaiter<TRequest, TResult>> sent)
    {
        foreach (var waiter in sent)
        {
            if (kind.KeyOf(waiter.Request) is { } key)
            {
                keysInFlight.Remove(key);
            }
        }
    }
}
