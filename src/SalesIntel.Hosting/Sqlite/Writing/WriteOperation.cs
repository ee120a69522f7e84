namespace SalesIntel.Hosting.Sqlite;

/// <summary>Something to write, which waits for its transaction.</summary>
internal abstract class WriteOperation
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int GivenUp = 2;

    private int state = Waiting;

    /// <summary>True when it is not to wait for others with which it could share a transaction.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>True when it is to be done; false when nobody waits for it any more.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref state, Started, Waiting) == Waiting;

    /// <summary>True when it will not be done; false when it is under way or done.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting;

    /// <summary>Does it, in the transaction that is open. When it or another one throws, all that the transaction has written is undone, and
    /// it is done again.</summary>
    public abstract void Run(WriteScope scope);

    /// <summary>Does it behind a savepoint, so that its failure undoes its own writes alone.</summary>
    /// <returns>What it threw; null when it was done.</returns>
    public Exception? RunApart(WriteScope scope)
    {
        scope.Session.Execute("SAVEPOINT operation");
        try
        {
            Run(scope);
            scope.Session.Execute("RELEASE operation");
            return null;
        }
        catch (Exception exception) when (scope.Session.IsInTransaction)
        {
            scope.Session.Execute("ROLLBACK TO operation");
            scope.Session.Execute("RELEASE operation");
            return exception;
        }
    }

    /// <summary>It is as durable as the store: answers with what <see cref="Run"/> has found.</summary>
    public abstract void Complete();

    /// <summary>It was not done.</summary>
    public abstract void Fail(Exception exception);
}
