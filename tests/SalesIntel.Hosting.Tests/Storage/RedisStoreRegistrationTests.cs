using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Configuration;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public sealed class RedisStoreRegistrationTests
{
    [Fact]
    public async Task AddRedisStore_registers_one_store_as_everything_and_connects_to_nothing()
    {
        await using var host = new ConfiguredHost(builder => builder.AddRedisStore(options => options.Url = "redis://127.0.0.1:1").AddRedisStore());
        Assert.Empty(host.Errors);
        var store = host.Service<RedisStore>();
        Assert.Same(store, host.Service<IEventStore>());
        Assert.Same(store, host.Service<IWorkQueue>());
        Assert.Same(store, host.Service<ICircuitStore>());
        Assert.Same(store, host.Service<ISharedState>());
        Assert.Same(store, host.Service<IDeadLetterAlerts>());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetStatusAsync(CancellationToken.None));
    }

    [Fact]
    public void AddRedisStore_without_address_fails_with_its_name()
    {
        using var host = new ConfiguredHost(builder => builder.AddRedisStore());
        Assert.Equal(["REDIS_URL is not set: required for the Redis store"], host.Errors);
        var exception = Assert.Throws<OptionsValidationException>(host.Service<RedisStore>);
        Assert.Contains("REDIS_URL", exception.Message, StringComparison.Ordinal);
    }
}
