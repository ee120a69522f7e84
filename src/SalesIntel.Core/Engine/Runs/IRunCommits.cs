using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records what a run has done and what comes next.</summary>
internal interface IRunCommits
{
    /// <summary>Records, all or nothing.</summary>
    /// <returns>What was recorded, which may be less than was asked for; null when the lease was lost.</returns>
    Task<EventCommit?> CommitAsync(EventLease held, EventCommit commit);
}
