using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho;
using SalesIntel.Zoho.Auth;
using SalesIntel.Zoho.Metadata;
using SalesIntel.Zoho.Notes;
using SalesIntel.Zoho.Records;
using SalesIntel.Zoho.Tasks;
using SalesIntel.Zoho.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Zoho CRM.</summary>
public static class ZohoServiceCollectionExtensions
{
    // A page of 200 notes of 32,000 characters is the largest answer.
    private const int LargestAnswer = 64 * 1024 * 1024;

    /// <summary>Adds Zoho CRM, configured by the variables <c>ZOHO_*</c>, <c>STATUS_*</c> and <c>ZCF_*</c>. Without credentials (which is
    /// allowed in dry run only) there is no CRM, and nothing is read from one; what would be written is shown under Zoho's names.</summary>
    /// <param name="builder">The builder.</param>
    public static ISalesIntelBuilder AddZoho(this ISalesIntelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddFields(builder.Services).Configure<FieldCatalog>((options, catalog) => ReadNames(builder, options, catalog));
        if (builder.Setting("ZOHO_REFRESH_TOKEN") is not { } refreshToken)
        {
            return builder;
        }

        builder.Services.AddZohoCrm(options =>
        {
            options.DataCenter = builder.Setting("ZOHO_DC") ?? ZohoOptions.DefaultDataCenter;
            options.ClientId = builder.Setting("ZOHO_CLIENT_ID") ?? "";
            options.ClientSecret = builder.Setting("ZOHO_CLIENT_SECRET") ?? "";
            options.RefreshToken = refreshToken;
            options.AccountsUrl = builder.Setting("ZOHO_ACCOUNTS_URL");
            options.ApiUrl = builder.Setting("ZOHO_API_URL");
            options.LeadsModule = builder.Setting("ZOHO_LEADS_MODULE") ?? ZohoOptions.DefaultLeadsModule;
            options.OwnerId = builder.Setting("ZOHO_OWNER_ID");
            options.MaxConcurrency = int.TryParse(builder.Setting("ZOHO_MAX_CONCURRENCY"), CultureInfo.InvariantCulture, out var most)
                ? most
                : ZohoOptions.DefaultMaxConcurrency;
        });
        return builder;
    }

    /// <summary>Adds Zoho CRM as the <see cref="ICrm"/>, unless there is one already. Options are checked when the host starts.
    /// The access token is shared with other processes where an <see cref="ISharedState"/> is registered, and is this process's
    /// own otherwise. May be called more than once; each <paramref name="configure"/> is applied.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; null when they are configured elsewhere.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddZohoCrm(this IServiceCollection services, Action<ZohoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        var options = services.AddOptions<ZohoOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ZohoOptions>, ZohoOptionsValidator>());
        AddFields(services);
        if (services.Any(s => s.ServiceType == typeof(ZohoTransport)))
        {
            return services;
        }

        AddClient(services, ZohoOptions.AccountsClientName);
        AddClient(services, ZohoOptions.ApiClientName);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ZohoTokenClient>();
        services.TryAddSingleton(provider => new ZohoTokenStore(
            provider.GetService<ISharedState>(), provider.GetRequiredService<ILogger<ZohoTokenStore>>()));
        services.TryAddSingleton<ZohoTokens>();
        services.TryAddSingleton<ZohoTransport>();
        services.TryAddSingleton<ZohoMetadata>();
        services.TryAddSingleton<LeadFinder>();
        services.TryAddSingleton<LeadWriter>();
        services.TryAddSingleton<RelatedRecords>();
        services.TryAddSingleton<LeadNotes>();
        services.TryAddSingleton<LeadTasks>();
        services.TryAddSingleton<ICrm, ZohoCrm>();
        return services;
    }

    // The names of fields need no credentials: a dry run shows what would be written under them.
    private static OptionsBuilder<ZohoFieldOptions> AddFields(IServiceCollection services)
    {
        services.TryAddSingleton(FieldCatalog.Default);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ZohoFieldOptions>, ZohoFieldOptionsValidator>());
        services.TryAddSingleton(provider => new ZohoMapping(provider.GetRequiredService<IOptions<ZohoFieldOptions>>().Value));
        services.TryAddSingleton<ICrmMapping>(provider => provider.GetRequiredService<ZohoMapping>());
        return services.AddOptions<ZohoFieldOptions>().ValidateOnStart();
    }

    private static void ReadNames(ISalesIntelBuilder builder, ZohoFieldOptions options, FieldCatalog catalog)
    {
        options.StatusField = builder.Setting("ZOHO_LEAD_STATUS_FIELD") ?? options.StatusField;
        options.DemoBooked = builder.Setting("STATUS_DEMO_BOOKED") ?? options.DemoBooked;
        options.DemoComplete = builder.Setting("STATUS_DEMO_COMPLETE") ?? options.DemoComplete;
        options.DemoCanceled = builder.Setting("STATUS_DEMO_CANCELED") ?? options.DemoCanceled;
        options.DemoNoShow = builder.Setting("STATUS_DEMO_NO_SHOW") ?? options.DemoNoShow;
        foreach (var variable in ZohoFieldNames.CustomFieldsOf(catalog).Select(ZohoFieldNames.VariableOf))
        {
            if (builder.Setting(variable) is { } name)
            {
                options.Names[variable] = name;
            }
        }
    }

    // No time-out of the client (each call has its own), no redirects and no cookies (a token must not follow them), and none of
    // the client's own logs: addresses of searches hold e-mail addresses.
    private static void AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LargestAnswer;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
}
