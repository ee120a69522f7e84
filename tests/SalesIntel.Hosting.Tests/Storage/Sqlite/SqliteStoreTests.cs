namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

public sealed class SqliteStoreTests : StoreContract, IAsyncDisposable
{
    private readonly SqliteFolder folder = new();

    protected override StoreClient CreateClient(TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null) =>
        StoreClient.Of(folder.Open(Time, options =>
        {
            options.EventLife = eventLife ?? options.EventLife;
            options.IdempotencyLife = idempotencyLife ?? options.IdempotencyLife;
        }));

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
