using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Health;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SQLite store.</summary>
public static class SqliteStoreServiceCollectionExtensions
{
    /// <summary>Keeps everything in a SQLite file in <c>DATA_DIR</c>: nothing to install, durable at commit, for any number of processes of
    /// one machine. Calling it twice adds nothing but the callback.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddSqliteStore(this ISalesIntelBuilder builder, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        builder.AddSettings(SqliteStoreOptions.Settings);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (!services.Any(service => service.ServiceType == typeof(SqliteStore)))
        {
            services.KeepCompletionsAsLong(SqliteStoreOptions.Settings, options => options.EventLife);
            services.AddSingleton<SqliteMaintenance>();
            services.AddSingleton<SqliteLossDetector>();
            services.TryAddSingleton<ILossDetector>(provider => provider.GetRequiredService<SqliteLossDetector>());
            services.TryAddSingleton<IStoreRisks>(provider => provider.GetRequiredService<SqliteStore>());
            services.AddSingleton<ICachedMemory>(provider => provider.GetRequiredService<SqliteStore>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SqliteStoreCheck>());
            services.AddSweep<SqliteRetentionSweep>(interval => interval.EveryMinute());
        }

        return builder.AddStore(provider => ActivatorUtilities.CreateInstance<SqliteStore>(provider));
    }
}
