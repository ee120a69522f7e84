namespace SalesIntel.Hosting.Commands.Building;

/// <summary>Tells from how much has been allocated when a process has become idle after it had work.</summary>
internal sealed class AllocationLull
{
    /// <summary>What an idle process may allocate from one look to the next: timers, looks at the store, somebody who asks for its health.</summary>
    public const long Idle = 512 << 10;

    /// <summary>What must have been allocated since the last collection: as much as it takes for the runtime to collect by itself. So there is
    /// hardly a collection more than without, only at another time.</summary>
    public const long Worth = 8 << 20;

    private long last;
    private long collected;

    /// <summary>True when there was work since the last time that it was, and there is none now.</summary>
    /// <param name="allocated">What the process has allocated since its start, bytes.</param>
    public bool IsWorthCollecting(long allocated)
    {
        var isWorthIt = allocated - last < Idle && allocated - collected >= Worth;
        last = allocated;
        collected = isWorthIt ? allocated : collected;
        return isWorthIt;
    }
}
