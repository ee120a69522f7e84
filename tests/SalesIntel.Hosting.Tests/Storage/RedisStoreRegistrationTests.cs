using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class RedisStoreRegistrationTests
{
    [Fact]
    public async Task AddRedisStore_registers_one_store_as_everything_and_connects_to_nothing()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddRedisStore(options => options.Url = "redis://127.0.0.1:1").AddRedisStore().BuildServiceProvider();
        var store = services.GetRequiredService<RedisStore>();
        Assert.Same(store, services.GetRequiredService<IEventStore>());
        Assert.Same(store, services.GetRequiredService<IWorkQueue>());
        Assert.Same(store, services.GetRequiredService<ICircuitStore>());
        Assert.Same(store, services.GetRequiredService<ISharedState>());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetStatusAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AddRedisStore_without_address_fails_with_its_name()
    {
        await using var services = new ServiceCollection().AddLogging().AddRedisStore().BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<RedisStore>);
        Assert.Contains("REDIS_URL", exception.Message, StringComparison.Ordinal);
    }
}
