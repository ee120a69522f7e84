using System.Diagnostics.CodeAnalysis;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>What waits to be written. Filled from everywhere, emptied by the writer's thread.</summary>
internal sealed class WriteQueue
{
    private readonly object gate = new();
    private readonly Queue<WriteOperation> waiting = new();
    private int wakesAt = 1;
    private int urgent;
    private bool closed;

    /// <exception cref="ObjectDisposedException">Nothing is taken any more.</exception>
    public void Add(WriteOperation operation)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            waiting.Enqueue(operation);
            urgent += operation.IsUrgent ? 1 : 0;
            if (waiting.Count >= wakesAt || operation.IsUrgent)
            {
                Monitor.Pulse(gate);
            }
        }
    }

    /// <summary>Blocks until something waits; false when nothing will any more.</summary>
    public bool WaitForSome()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (closed)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            return true;
        }
    }

    /// <summary>Blocks until as many wait as are expected or one is urgent, or for a moment.</summary>
    /// <param name="expected">How many.</param>
    /// <param name="limit">The moment; the system may make it a little longer.</param>
    public void WaitForMore(int expected, TimeSpan limit)
    {
        lock (gate)
        {
            if (waiting.Count < expected && urgent == 0 && !closed)
            {
                wakesAt = expected;
                Monitor.Wait(gate, limit);
                wakesAt = 1;
            }
        }
    }

    /// <summary>The one that waits for longest; false when none does.</summary>
    public bool TryTake([NotNullWhen(true)] out WriteOperation? operation)
    {
        lock (gate)
        {
            if (!waiting.TryDequeue(out operation))
            {
                return false;
            }

            urgent -= operation.IsUrgent ? 1 : 0;
            return true;
        }
    }

    /// <summary>Takes nothing any more; what waits is still to be written.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
