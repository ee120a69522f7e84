using Microsoft.Extensions.AI;
using SalesIntel.Alerts;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Checks that one store, one CRM and one extractor are there. Looks at what was registered: that a part can't be made, because its
/// options are wrong, is reported by the options.</summary>
internal sealed class CompositionCheck(IServiceCollection registered, IServiceProvider services) : IConfigurationCheck
{
    private const string Root = "builder.Services.AddSalesIntel(builder.Configuration)";

    private static readonly Type[] Ports = [typeof(IWorkQueue), typeof(ICircuitStore)];

    public IEnumerable<string> FindErrors() =>
    [
        .. Stores(), .. Crms(), .. Extractors(),
        .. Several<IChatClient>("chat clients", ", for example .AddGemini() or services.AddSingleton<IChatClient>(…)"),
        .. Several<IAlerts>("alert channels", ", for example .AddSlackAlerts() or services.AddSingleton<IAlerts, …>()"),
    ];

    public IEnumerable<string> FindWarnings() => [];

    private IEnumerable<string> Stores()
    {
        if (Count<IEventStore>() == 0)
        {
            yield return $"No store is registered: add one, for example .AddRedisStore() or .AddMemoryStore(), to {Root}.";
            yield break;
        }

        foreach (var error in Several<IEventStore>("stores", ", for example .AddRedisStore() or .AddMemoryStore()"))
        {
            yield return error;
        }

        foreach (var port in Ports.Where(port => !registered.Any(service => service.ServiceType == port)))
        {
            yield return $"The store ({Names<IEventStore>()}) is not registered as {port.Name}: add it with .AddStore(…), which registers "
                + "everything that a store is.";
        }
    }

    private IEnumerable<string> Crms()
    {
        foreach (var error in Several<ICrm>("CRMs", ", for example .AddZoho() or services.AddSingleton<ICrm, …>()"))
        {
            yield return error;
        }

        if (Count<ICrm>() == 0 && IsRealRun() && HostingOptions.Settings.Draft(services).Role != HostRole.Api)
        {
            yield return "No CRM is registered, and DRY_RUN is false: add one, for example .AddZoho() or "
                + "services.AddSingleton<ICrm, …>(), or set DRY_RUN=true.";
        }
    }

    private IEnumerable<string> Extractors() => registered.Any(service => service.ServiceType == typeof(IExtractor))
        ? Several<IExtractor>("extractors")
        :
        [
            "Nothing extracts: register a model, for example with .AddGemini() or services.AddSingleton<IChatClient>(…), or an IExtractor.",
        ];

    // Which one is used would depend on the order of the calls.
    private IEnumerable<string> Several<T>(string what, string example = "") => Count<T>() is > 1 and var several
        ? [$"{several} {what} are registered ({Names<T>()}): keep one of the calls that add them{example}."]
        : [];

    private bool IsRealRun() => !ProcessingOptions.Settings.Draft(services).DryRun;

    private int Count<T>() => Registered<T>().Count();

    private string Names<T>() => string.Join(", ", Registered<T>().Select(NameOf));

    // What is registered for a key is somebody else's, and one of the host's own takes the place of what the packages add for want of one.
    private IEnumerable<ServiceDescriptor> Registered<T>() =>
        registered.Where(service => service.ServiceType == typeof(T) && !service.IsKeyedService && !StandsIn(service));

    private static bool StandsIn(ServiceDescriptor service) =>
        (service.ServiceType == typeof(IAlerts) && service.ImplementationType?.Assembly == typeof(CompositionCheck).Assembly)
        || (service.ServiceType == typeof(IExtractor) && service.ImplementationFactory?.Method.DeclaringType == typeof(SalesIntelCoreExtensions));

    private static string NameOf(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.ReturnType
            ?? service.ServiceType).Name;
}
