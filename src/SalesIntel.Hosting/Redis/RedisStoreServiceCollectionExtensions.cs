using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Health;
using SalesIntel.Hosting.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Redis store.</summary>
public static class RedisStoreServiceCollectionExtensions
{
    /// <summary>Keeps everything in the Redis (or Valkey) that <c>REDIS_URL</c> names. Calling it twice adds nothing but the callback.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddRedisStore(this ISalesIntelBuilder builder, Action<RedisStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings(RedisStoreOptions.Settings);
        if (!builder.Services.Any(service => service.ServiceType == typeof(RedisStore)))
        {
            builder.Services.Configure<RedisStoreOptions>(options => options.IsUsed = true);
            builder.Services.KeepCompletionsAsLong(RedisStoreOptions.Settings, options => options.EventLife);
        }

        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.TryAddSingleton<ILossDetector>(provider => provider.GetRequiredService<RedisStore>().Mark);
        builder.Services.TryAddSingleton<IStoreRisks>(provider => provider.GetRequiredService<RedisStore>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StoreCheck>());
        return builder.AddStore(provider => ActivatorUtilities.CreateInstance<RedisStore>(provider));
    }
}
