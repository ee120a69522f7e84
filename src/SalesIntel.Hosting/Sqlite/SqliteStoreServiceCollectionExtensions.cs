using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Storage.Contract;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SQLite store.</summary>
public static class SqliteStoreServiceCollectionExtensions
{
    /// <summary>Keeps everything in a SQLite file in <c>DATA_DIR</c>: nothing to install, durable at commit, for any number of processes of
    /// one machine. Calling it twice changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddSqliteStore(this ISalesIntelBuilder builder, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Settings();
        builder.Services.AddSqliteStore(options =>
        {
            options.DataDirectory = settings.DataDirectory;
            options.EventLife = settings.EventTtl;
            options.IdempotencyLife = settings.IdempotencyTtl;
            configure?.Invoke(options);
        });
        return builder;
    }

    /// <summary>One <see cref="SqliteStore"/> as event store, work queue, circuit store and shared state. Safe to call twice.</summary>
    internal static IServiceCollection AddSqliteStore(this IServiceCollection services, Action<SqliteStoreOptions>? configure = null)
    {
        var options = services.AddOptions<SqliteStoreOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(SqliteStore)))
        {
            return services;
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteStore>();
        services.AddSingleton<SqliteMaintenance>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SqliteStoreCheck>());
        services.AddSweep<SqliteRetentionSweep>(interval => interval.EveryMinute());
        services.TryAddSingleton<IEventStore>(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton<IWorkQueue>(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton<IUntoldDeadLetters>(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton<ICircuitStore>(provider => provider.GetRequiredService<SqliteStore>());
        services.TryAddSingleton<ISharedState>(provider => provider.GetRequiredService<SqliteStore>());
        return services;
    }
}
