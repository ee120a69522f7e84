using SalesIntel.Hosting.Commands;
#if !SERVICE_ONLY
using SalesIntel.Demo;
#endif

namespace SalesIntel.SampleHost;

/// <summary>The program: the service, its commands, and the demo where that is part of it.</summary>
internal static class SampleProgram
{
    /// <summary>Describes it.</summary>
    /// <param name="overrides">Variables that win over the environment; null = none.</param>
    public static SalesIntelHost Create(IReadOnlyDictionary<string, string?>? overrides = null) =>
        new(builder => ServiceParts.Add(builder.Services, builder.Configuration))
        {
            Overrides = overrides ?? new Dictionary<string, string?>(),
#if !SERVICE_ONLY
            Commands = [DemoCommand.Create(ServiceParts.Add)],
#endif
        };
}
