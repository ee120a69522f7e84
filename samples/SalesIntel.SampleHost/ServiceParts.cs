using SalesIntel.Hosting.Redis;
using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>The parts of the service. The only place that knows all packages.</summary>
internal static class ServiceParts
{
    /// <summary>Adds all parts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the variables.</param>
    /// <param name="configureStore">Says where the store is, if it is not where the configuration says.</param>
    public static void Add(IServiceCollection services, IConfiguration configuration, Action<RedisStoreOptions>? configureStore = null)
    {
        services.AddLogging(logging => logging.ConfigureSalesIntelLogging(configuration));

        // Whose installation this is, unless the configuration says otherwise.
        services.Configure<TeamOptions>(team => team.InternalDomains = ["govisually.com", "clockworkstudio.com"]);
        services.AddSalesIntel(configuration)
            .AddGemini()
            .AddZoho()
            .AddRedisStore(configureStore)
            .AddSettings(EmbeddedStoreOptions.Settings)
            .AddCoravelProcessing()
            .AddSlackAlerts();
    }

    /// <summary>The settings of all parts, in force.</summary>
    /// <param name="configuration">Holds the variables.</param>
    /// <param name="use">Uses them.</param>
    public static async Task<T> UseSettingsAsync<T>(IConfiguration configuration, Func<SalesIntelSettings, T> use)
    {
        var services = new ServiceCollection();
        Add(services, configuration, store => store.IsEmbedded = IsStoreEmbedded(configuration));
        await using var provider = services.BuildServiceProvider();
        return use(provider.GetRequiredService<SalesIntelSettings>());
    }

    /// <summary>Whether no Redis is configured.</summary>
    /// <param name="configuration">Holds the variables.</param>
    public static bool IsStoreEmbedded(IConfiguration configuration) => RedisStoreOptions.Settings.Read(configuration).Url.Length == 0;
}
