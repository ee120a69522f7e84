using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Redis;
using SalesIntel.Storage.Contract;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Redis store.</summary>
public static class RedisStoreServiceCollectionExtensions
{
    /// <summary>Keeps everything in the Redis (or Valkey, Garnet) that <c>REDIS_URL</c> names. Calling it twice changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says, e.g. for a server in this process.</param>
    public static ISalesIntelBuilder AddRedisStore(this ISalesIntelBuilder builder, Action<RedisStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Settings();
        builder.Services.AddRedisStore(options =>
        {
            options.Url = settings.RedisUrl ?? "";
            options.KeyPrefix = settings.RedisKeyPrefix;
            options.EventLife = settings.EventTtl;
            options.IdempotencyLife = settings.IdempotencyTtl;
            configure?.Invoke(options);
        });
        return builder;
    }

    /// <summary>One <see cref="RedisStore"/> as event store, work queue, circuit store and shared state. Safe to call twice.</summary>
    internal static IServiceCollection AddRedisStore(this IServiceCollection services, Action<RedisStoreOptions>? configure = null)
    {
        var options = services.AddOptions<RedisStoreOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisStoreOptions>, RedisStoreOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RedisStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StoreCheck>());
        services.TryAddSingleton<IEventStore>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<IWorkQueue>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<IUntoldDeadLetters>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<ICircuitStore>(provider => provider.GetRequiredService<RedisStore>());
        services.TryAddSingleton<ISharedState>(provider => provider.GetRequiredService<RedisStore>());
        return services;
    }
}
