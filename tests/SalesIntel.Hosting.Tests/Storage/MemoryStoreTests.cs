using SalesIntel.Engine;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class MemoryStoreTests : StoreContract
{
    private MemoryStore? store;

    protected override StoreClient CreateClient(TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null) =>
        StoreClient.Of(store ??= new MemoryStore(Time, eventLife, idempotencyLife));
}
