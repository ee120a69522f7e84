using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Crm;
using SalesIntel.Doctor;
using SalesIntel.Leads;
using SalesIntel.Settings;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Doctor;
using SalesIntel.Zoho.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Zoho CRM.</summary>
public static class ZohoServiceCollectionExtensions
{
    // A page of 200 notes of 32,000 characters is the largest answer.
    private const int LargestAnswer = 64 * 1024 * 1024;

    /// <summary>Adds Zoho CRM as the <see cref="ICrm"/>, configured by the variables <c>ZOHO_*</c>, <c>STATUS_*</c> and <c>ZCF_*</c>. Without
    /// credentials, which is an error in a real run, there is no CRM, and nothing is read from one; what would be written is shown under Zoho's
    /// names. Safe to call again; the callbacks add up.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddZoho(this ISalesIntelBuilder builder, Action<ZohoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings(ZohoOptions.Settings).AddSettings(FieldSettings);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<ZohoOptions>, ZohoRun>());
        builder.Services.AddZohoCrm(configure).AddZohoLeads();
        return builder;
    }

    /// <summary>Adds <see cref="ZohoCrmClient"/>. Options are checked when the host starts. The access token and what is known about
    /// credits are shared with other processes where an <see cref="ISharedState"/> is registered, the number of calls in flight where an
    /// <see cref="ISlotLeases"/> is; otherwise they are this process's own. May be called more than once; each <paramref name="configure"/>
    /// is applied.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; null when they are configured elsewhere.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddZohoCrm(this IServiceCollection services, Action<ZohoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSettings(ZohoOptions.Settings);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(s => s.ServiceType == typeof(ZohoTransport)))
        {
            return services;
        }

        AddClient(services, ZohoOptions.AccountsClientName);
        AddClient(services, ZohoOptions.ApiClientName);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ZohoTokenClient>();
        services.AddSingleton<ZohoTokenStore>();
        services.AddSingleton<ZohoTokens>();
        services.AddSingleton<CallGate>();
        services.AddSingleton<CreditMeter>();
        services.AddSingleton<ZohoTransport>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<QueryReader>();
        services.AddSingleton<MetadataReader>();
        services.AddSingleton(provider => new BatchPace(
            provider.GetRequiredService<TimeProvider>(), provider.GetService<CrmCallers>() is { } callers ? () => callers.Count : null));
        services.AddSingleton<ZohoBatches>();
        services.AddSingleton(provider => new ZohoCrmClient(
            provider.GetRequiredService<ZohoTransport>(),
            provider.GetRequiredService<RecordWriter>(),
            provider.GetRequiredService<RecordReader>(),
            provider.GetRequiredService<QueryReader>(),
            provider.GetRequiredService<MetadataReader>(),
            provider.GetRequiredService<ZohoBatches>()));
        services.AddSingleton(provider => new ZohoDoctor(
            provider.GetRequiredService<ZohoCrmClient>(),
            provider.GetRequiredService<IOptionsMonitor<ZohoOptions>>(),
            provider.GetRequiredService<IOptions<ZohoFieldOptions>>(),
            provider.GetService<FieldCatalog>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Adds the leads of SalesIntel over the client.</summary>
    internal static IServiceCollection AddZohoLeads(this IServiceCollection services)
    {
        services.AddSettings(FieldSettings);
        if (services.Any(s => s.ServiceType == typeof(ZohoMapping)))
        {
            return services;
        }

        // The names of fields need no credentials: a dry run shows what would be written under them.
        services.TryAddSingleton(FieldCatalog.Default);
        services.AddSingleton(provider => new ZohoMapping(
            provider.GetRequiredService<IOptions<ZohoFieldOptions>>().Value, provider.GetRequiredService<FieldCatalog>()));
        services.AddSingleton<ICrmMapping>(provider => provider.GetRequiredService<ZohoMapping>());
        services.AddSingleton<SharedFields>();
        services.AddSingleton<FieldCache>();
        services.AddSingleton<QueryAccess>();
        services.AddSingleton<UnknownAddresses>();
        services.AddSingleton<LeadFinder>();
        services.AddSingleton<LeadOwner>();
        services.AddSingleton<LeadWriter>();
        services.AddSingleton<RelatedRecords>();
        services.AddSingleton<ListedTexts>();
        services.AddSingleton<LeadNotes>();
        services.AddSingleton<LeadTasks>();
        services.AddSingleton<FieldVersions>();
        services.AddSingleton<ZohoCrm>();
        services.AddSingleton(provider => new DoctorCheck(ZohoDoctor.Area, provider.GetRequiredService<ZohoDoctor>().ExamineAsync));

        // A dry run without credentials has no CRM. A second ICrm is not hidden: the host says so when it starts.
        services.AddSingleton<ICrm>(FindCrm);
        return services;
    }

    private static SettingsGroup<ZohoFieldOptions> FieldSettings(IServiceProvider provider)
    {
        try
        {
            return ZohoFieldOptions.SettingsOf(provider.GetRequiredService<FieldCatalog>());
        }
        catch (OptionsValidationException)
        {
            // The catalogue is wrong. Its own options report that; what is wrong here besides is to be reported with it.
            return ZohoFieldOptions.SettingsOf(FieldCatalog.Default);
        }
    }

    private static ZohoCrm FindCrm(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<ZohoOptions>>().Value.IsLeftOut ? null! : provider.GetRequiredService<ZohoCrm>();

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
