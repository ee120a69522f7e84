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

    public IEnumerable<string> FindErrors() => [.. Stores(), .. Crms(), .. Extractors()];

    public IEnumerable<string> FindWarnings() => [];

    private IEnumerable<string> Stores()
    {
        if (Count<IEventStore>() == 0)
        {
            yield return $"No store is registered: add one, for example .AddRedisStore() or .AddMemoryStore(), to {Root}.";
            yield break;
        }

        if (Count<IEventStore>() > 1)
        {
            yield return $"{Count<IEventStore>()} stores are registered ({Names<IEventStore>()}): keep one of the calls that add them, for "
                + "example .AddRedisStore() or .AddMemoryStore().";
        }

        foreach (var port in Ports.Where(port => !registered.Any(service => service.ServiceType == port)))
        {
            yield return $"The store ({Names<IEventStore>()}) is not registered as {port.Name}: add it with .AddStore(…), which registers "
                + "everything that a store is.";
        }
    }

    private IEnumerable<string> Crms()
    {
        if (Count<ICrm>() > 1)
        {
            yield return $"{Count<ICrm>()} CRMs are registered ({Names<ICrm>()}): keep one of the calls that add them, for example .AddZoho() "
                + "or services.AddSingleton<ICrm, …>().";
        }

        if (Count<ICrm>() == 0 && IsRealRun() && HostingOptions.Settings.Draft(services).Role != HostRole.Api)
        {
            yield return "No CRM is registered, and DRY_RUN is false: add one, for example .AddZoho() or "
                + "services.AddSingleton<ICrm, …>(), or set DRY_RUN=true.";
        }
    }

    private IEnumerable<string> Extractors() => Count<IExtractor>() switch
    {
        1 => [],
        0 =>
        [
            "Nothing extracts: register a model, for example with .AddGemini() or services.AddSingleton<IChatClient>(…), or an IExtractor.",
        ],
        var several => [$"{several} extractors are registered ({Names<IExtractor>()}): keep one of the calls that add them."],
    };

    private bool IsRealRun() => !ProcessingOptions.Settings.Draft(services).DryRun;

    private int Count<T>() => registered.Count(service => service.ServiceType == typeof(T));

    private string Names<T>() => string.Join(", ", registered.Where(service => service.ServiceType == typeof(T)).Select(NameOf));

    private static string NameOf(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.ReturnType
            ?? service.ServiceType).Name;
}
