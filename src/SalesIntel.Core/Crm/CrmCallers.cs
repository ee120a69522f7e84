namespace SalesIntel.Crm;

/// <summary>How many there are in this process who may have something for the CRM soon: the events that are worked on. A CRM that gathers calls
/// knows by it whether more is on its way.</summary>
internal sealed class CrmCallers
{
    private int count;

    /// <summary>How many there are now.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>One more, until the result is disposed.</summary>
    public Caller Enter()
    {
        Interlocked.Increment(ref count);
        return new Caller(this);
    }

    /// <summary>One of them.</summary>
    internal readonly struct Caller(CrmCallers callers) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => Interlocked.Decrement(ref callers.count);
    }
}
