using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Redis store.</summary>
internal static class RedisStoreServiceCollectionExtensions
{
    /// <summary>One <see cref="RedisStore"/> as event store, work queue, circuit store and shared state. Safe to call twice.</summary>
    public static IServiceCollection AddRedisStore(this IServiceCollection services, Action<RedisStoreOptions>? configure = null)
    {
        var options = services.AddOptions<RedisStoreOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisStoreOptions>, RedisStoreOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RedisStore>();
        services.TryAddSingleton<IEventStore>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<IWorkQueue>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<ICircuitStore>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<ISharedState>(provider => provider.GetRequiredService<RedisStore>());
        return services;
    }
}
