using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Gemini;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Leads;
using SalesIntel.Settings;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using SalesIntel.Zoho;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>Every options class declares its settings, and a host that is started with bad options is told so.</summary>
public sealed class OptionsRulesTests
{
    private static readonly Dictionary<Type, Action<IServiceCollection>> Broken = new()
    {
        [typeof(SalesIntelOptions)] = services => services.Configure<SalesIntelOptions>(options => options.Qualification = "guess"),
        [typeof(ProcessingOptions)] = services => services.Configure<ProcessingOptions>(options => options.Workers = 0),
        [typeof(WebhookOptions)] = services => services.Configure<WebhookOptions>(options => options.MaxBodyBytes = 0),
        [typeof(CalendlyOptions)] = services => services.Configure<CalendlyOptions>(options => options.SignatureTolerance = TimeSpan.Zero),
        [typeof(ReadAiOptions)] = services => services.Configure<ReadAiOptions>(options => options.SharedSecret = " "),
        [typeof(TeamOptions)] = services => services.Configure<TeamOptions>(options => options.InternalDomains = ["ours"]),
        [typeof(ExtractionOptions)] = services => services.Configure<ExtractionOptions>(options => options.MaxListItems = 0),
        [typeof(GeminiOptions)] = services => services.Configure<GeminiOptions>(options => options.Model = ""),
        [typeof(ZohoOptions)] = services => services.Configure<ZohoOptions>(options => options.ClientId = ""),
        [typeof(ZohoFieldOptions)] = services => services.Configure<ZohoFieldOptions>(options => options.StatusField = "Lead Status"),
        [typeof(RedisStoreOptions)] = services => services.Configure<RedisStoreOptions>(options => options.EventLife = TimeSpan.Zero),
        [typeof(SqliteStoreOptions)] = services => services.Configure<SqliteStoreOptions>(options => options.DataDirectory = ""),
        [typeof(SlackOptions)] = services => services.Configure<SlackOptions>(options => options.Window = TimeSpan.Zero),
        [typeof(HostingOptions)] = services => services.Configure<HostingOptions>(options => options.Role = (HostRole)7),
        [typeof(SalesIntelLoggingOptions)] = services => services.Configure<SalesIntelLoggingOptions>(options => options.Level = (LogLevel)17),
    };

    private static readonly (string, string?)[] Good =
    [
        ("DRY_RUN", "false"), ("GEMINI_API_KEY", "k"), ("ZOHO_CLIENT_ID", "1000.X"), ("ZOHO_CLIENT_SECRET", "s"), ("ZOHO_REFRESH_TOKEN", "1000.r"),
        ("REDIS_URL", "redis://127.0.0.1:1"),
    ];

    public static TheoryData<string> Names => [.. OptionsTypes().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_property_that_may_be_wrong_is_declared(string name)
    {
        var type = OptionsTypes().Single(one => one.Name == name);
        var group = type.GetProperty("Settings", BindingFlags.Static | BindingFlags.Public)?.GetValue(null)
            ?? type.GetMethod("SettingsOf", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, [FieldCatalog.Default])!;
        var settings = (System.Collections.IEnumerable)group.GetType()
            .GetProperty("Settings", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(group)!;
        var declared = settings.Cast<object>().Select(setting => (string)setting.GetType().GetProperty("Property")!.GetValue(setting)!);
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is { IsPublic: true } && property.PropertyType != typeof(bool))
            .Select(property => $"{type.Name}.{property.Name}");
        Assert.Empty(properties.Except(declared));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Host_with_a_bad_option_does_not_start(string name)
    {
        var type = OptionsTypes().Single(one => one.Name == name);
        Assert.True(Broken.TryGetValue(type, out var breaking), $"Say here how {name} is made bad.");
        Assert.Single(Assert.Throws<SettingsException>(() => Start(breaking, withSqlite: type == typeof(SqliteStoreOptions))).Errors);
    }

    [Fact]
    public void Host_with_good_options_starts() => Start(_ => { });

    [Fact]
    public void All_bad_options_are_told_at_once()
    {
        var failure = Assert.Throws<SettingsException>(() => Start(services =>
        {
            foreach (var breaking in Broken.Values)
            {
                breaking(services);
            }
        }));

        // All but those of the store that is not there.
        Assert.Equal(Broken.Count - 1, failure.Errors.Count);
    }

    private static IEnumerable<Type> OptionsTypes() => Packages.All.Values
        .SelectMany(package => package.ExportedTypes)
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsClass: true, IsAbstract: false })
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IConfiguration Variables(params (string Name, string? Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
        .Build();

    // What the host does before anything else when it starts.
    private static void Start(Action<IServiceCollection> breaking, bool withSqlite = false)
    {
        var configuration = Variables(Good);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ConfigureSalesIntelLogging(configuration));

        // What fills options from variables is the first that is added; what is set in code wins when it comes later.
        breaking(services);
        var builder = services.AddSalesIntel(configuration).AddGemini().AddZoho().AddSlackAlerts();
        _ = withSqlite ? builder.AddSqliteStore() : builder.AddRedisStore();
        breaking(services);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }
}
