using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>One process's view of a store.</summary>
public sealed record StoreClient(
    IEventStore Events, IDeadLetterAlerts DeadLetterAlerts, IWorkQueue Queue, ICircuitStore Circuits, ISharedState State, ISlotLeases Slots)
{
    public static StoreClient Of<T>(T store)
        where T : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState, ISlotLeases =>
        new(store, store, store, store, store, store);
}
