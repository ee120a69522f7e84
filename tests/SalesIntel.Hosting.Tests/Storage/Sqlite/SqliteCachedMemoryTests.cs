using SalesIntel.Hosting.Health;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>What the connections keep of the database, and that they give it back.</summary>
public sealed class SqliteCachedMemoryTests : IAsyncDisposable
{
    private const int Events = 200;
    private const int Bytes = 8_000;

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task An_idle_store_gives_back_the_pages_of_the_writer_and_of_the_readers_and_goes_on()
    {
        var store = folder.Open();
        ICachedMemory cache = store;
        await AcceptAsync(store, "before-");

        var first = await cache.ReleaseAsync(default);
        var second = await cache.ReleaseAsync(default);
        await ReadAsync(store);
        var afterReading = await cache.ReleaseAsync(default);

        Assert.InRange(first, Events * Bytes, long.MaxValue);
        Assert.InRange(second, 0, 100_000);
        Assert.InRange(afterReading, 100_000, long.MaxValue);
        await AcceptAsync(store, "after-");
        Assert.Equal(2 * Events, await ReadAsync(store));
    }

    [Fact]
    public async Task Giving_back_neither_disturbs_readers_and_writers_nor_fails_beside_them()
    {
        var store = folder.Open();
        ICachedMemory cache = store;
        await AcceptAsync(store, "before-");

        await Task.WhenAll(
            Enumerable.Range(0, 16).Select(Task (_) => Task.Run(() => ReadAsync(store)))
                .Append(Task.Run(() => AcceptAsync(store, "beside-")))
                .Append(Task.Run(async () =>
                {
                    for (var time = 0; time < 50; time++)
                    {
                        Assert.InRange(await cache.ReleaseAsync(default), 0, long.MaxValue);
                    }
                })));

        Assert.Equal(2 * Events, await ReadAsync(store));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static async Task AcceptAsync(IEventStore store, string prefix)
    {
        for (var number = 0; number < Events; number++)
        {
            await store.AcceptAsync(SqliteSamples.Event($"{prefix}{number}", bytes: Bytes), default);
        }
    }

    private static async Task<int> ReadAsync(IEventStore store) =>
        await store.ListAsync(new EventFilter { Limit = 10 * Events }, default).CountAsync();
}
