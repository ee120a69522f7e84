using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>The parts of the service. The only place that knows all packages.</summary>
internal static class ServiceParts
{
    /// <summary>Adds all parts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the variables.</param>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging(logging => logging.ConfigureSalesIntelLogging(configuration));

        // Whose installation this is, unless the configuration says otherwise.
        services.Configure<TeamOptions>(team => team.InternalDomains = ["govisually.com", "clockworkstudio.com"]);
        var builder = services.AddSalesIntel(configuration)
            .AddGemini()
            .AddZoho()

            // Both, so that both are described and checked whichever is used.
            .AddSettings(RedisStoreOptions.Settings)
            .AddSettings(SqliteStoreOptions.Settings);
        var folder = SqliteStoreOptions.Settings.Read(configuration).DataDirectory;
        _ = UsesRedis(configuration) ? builder.AddRedisStore(store => store.MemoryFolder = folder) : builder.AddSqliteStore();
        builder.AddCoravelProcessing().AddSlackAlerts();
    }

    /// <summary>The settings of all parts, in force.</summary>
    /// <param name="configuration">Holds the variables.</param>
    /// <param name="use">Uses them.</param>
    public static async Task<T> UseSettingsAsync<T>(IConfiguration configuration, Func<SalesIntelSettings, T> use)
    {
        var services = new ServiceCollection();
        Add(services, configuration);
        await using var provider = services.BuildServiceProvider();
        return use(provider.GetRequiredService<SalesIntelSettings>());
    }

    /// <summary>Whether the store is the Redis that is configured; else it is the SQLite file in the data folder.</summary>
    /// <param name="configuration">Holds the variables.</param>
    public static bool UsesRedis(IConfiguration configuration) => RedisStoreOptions.Settings.Read(configuration).Url.Length > 0;
}
