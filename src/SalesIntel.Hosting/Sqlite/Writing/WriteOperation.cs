namespace SalesIntel.Hosting.Sqlite;

/// <summary>Something to write, which waits for its transaction.</summary>
internal abstract class WriteOperation
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int GivenUp = 2;

    private int state = Waiting;

    /// <summary>True when it is to be done; false when nobody waits for it any more.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref state, Started, Waiting) == Waiting;

    /// <summary>True when it will not be done; false when it is under way or done.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting;

    /// <summary>Does it, in the transaction that is open. What it throws undoes its own writes alone.</summary>
    public abstract void Run(WriteScope scope);

    /// <summary>It is as durable as the store: answers with what <see cref="Run"/> has found.</summary>
    public abstract void Complete();

    /// <summary>It was not done.</summary>
    public abstract void Fail(Exception exception);
}
