using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records everything as it is.</summary>
internal sealed class QueueCommits(IWorkQueue queue) : IRunCommits
{
    public async Task<EventCommit?> CommitAsync(EventLease held, EventCommit commit) =>
        await queue.CommitAsync(held, commit, CancellationToken.None).ConfigureAwait(false) ? commit : null;
}
