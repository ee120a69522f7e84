using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Gemini;
using SalesIntel.Hosting.Redis;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using SalesIntel.Zoho;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>Every options class has a validator, and a host that is started with bad options is told so.</summary>
public sealed class OptionsRulesTests
{
    private static readonly Dictionary<Type, Action<IServiceCollection>> Broken = new()
    {
        [typeof(ProcessingOptions)] = services => services.AddSingleton(new ProcessingOptions { Workers = 0 }),
        [typeof(CalendlyOptions)] = services => services.AddSingleton(new CalendlyOptions { SignatureTolerance = TimeSpan.Zero }),
        [typeof(ReadAiOptions)] = services => services.AddSingleton(new ReadAiOptions { SharedSecret = " " }),
        [typeof(TeamOptions)] = services => services.AddSingleton(new TeamOptions { InternalDomains = ["com"] }),
        [typeof(WebhookOptions)] = services => services.AddSingleton(new WebhookOptions { MaxBodyBytes = 0 }),
        [typeof(ExtractionOptions)] = services => services.AddSingleton(new ExtractionOptions { MaxListItems = 0 }),
        [typeof(GeminiOptions)] = services => services.Configure<GeminiOptions>(options => options.Model = ""),
        [typeof(ZohoOptions)] = services => services.Configure<ZohoOptions>(options => options.ClientId = ""),
        [typeof(ZohoFieldOptions)] = services => services.Configure<ZohoFieldOptions>(options => options.StatusField = "Lead Status"),
        [typeof(RedisStoreOptions)] = services => services.Configure<RedisStoreOptions>(options => options.EventLife = TimeSpan.Zero),
    };

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["DRY_RUN"] = "false", ["GEMINI_API_KEY"] = "k", ["ZOHO_CLIENT_ID"] = "1000.X", ["ZOHO_CLIENT_SECRET"] = "s",
        ["ZOHO_REFRESH_TOKEN"] = "1000.r", ["REDIS_URL"] = "redis://127.0.0.1:1",
    };

    public static TheoryData<string> Names => [.. OptionsTypes().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_class_has_one_validator(string name)
    {
        var type = OptionsTypes().Single(one => one.Name == name);
        var validator = typeof(IValidateOptions<>).MakeGenericType(type);

        Assert.Single(type.Assembly.GetTypes(), one => validator.IsAssignableFrom(one));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Host_with_a_bad_option_does_not_start(string name)
    {
        var type = OptionsTypes().Single(one => one.Name == name);
        Assert.True(Broken.TryGetValue(type, out var breaking), $"Say here how {name} is made bad.");

        var failure = Assert.Throws<OptionsValidationException>(() => Start(breaking));

        Assert.NotEmpty(failure.Failures);
    }

    [Fact]
    public void Host_with_good_options_starts() => Start(_ => { });

    [Fact]
    public void All_bad_options_are_told_at_once()
    {
        var failure = Assert.Throws<AggregateException>(() => Start(services =>
        {
            foreach (var breaking in Broken.Values)
            {
                breaking(services);
            }
        }));

        var told = failure.Flatten().InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures);
        Assert.True(told.Count() >= Broken.Count);
    }

    private static IEnumerable<Type> OptionsTypes() => Packages.All.Values
        .SelectMany(package => package.ExportedTypes)
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsClass: true, IsAbstract: false })
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    // What the host does before anything else when it starts.
    private static void Start(Action<IServiceCollection> breaking)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        breaking(services);
        services.AddSalesIntel(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build()).AddGemini().AddZoho().AddRedisStore();

        // Bad values that a callback sets come after those of the configuration.
        breaking(services);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }
}
