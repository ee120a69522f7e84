using SalesIntel.Hosting.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the parts of SalesIntel to a host; made by
/// <see cref="SalesIntelServiceCollectionExtensions.AddSalesIntel"/>.</summary>
public interface ISalesIntelBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>What is configured.</summary>
    SalesIntelSettings Settings { get; }
}
