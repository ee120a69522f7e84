using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>One of the stores that are compared, and what its workers hold.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Clients">Processes that use it.</param>
internal sealed record StoreSide(string Name, IReadOnlyList<StoreClient> Clients)
{
    /// <summary>Every lease that was ever given, also those that were lost: at the same place in every store.</summary>
    public List<EventLease> Leases { get; } = [];

    /// <summary>Every lock that was ever taken, as <see cref="Leases"/>.</summary>
    public List<IAsyncDisposable> Locks { get; } = [];

    /// <summary>Work that this store does beside the steps and that must not be seen: retention, a restart.</summary>
    public Func<Task> Upkeep { get; init; } = () => Task.CompletedTask;
}
