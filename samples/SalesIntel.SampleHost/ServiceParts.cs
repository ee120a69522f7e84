using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;

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
        _ = RedisStoreOptions.Settings.Read(configuration).Url.Length > 0
            ? builder.AddRedisStore(store => store.MemoryFolder = folder)
            : builder.AddSqliteStore();
        builder.AddCoravelProcessing().AddSlackAlerts();
        services.AddHostedService<FormerStoreWarning>();
    }
}
