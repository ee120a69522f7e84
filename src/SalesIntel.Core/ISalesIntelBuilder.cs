using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the parts of SalesIntel to a host. Made by <c>services.AddSalesIntel(configuration)</c>; each package adds its
/// part with a method of its own, which declares the part's settings with <c>builder.AddSettings(…)</c>.</summary>
public interface ISalesIntelBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Holds the variables, at the top level or in section <c>SalesIntel</c>.</summary>
    IConfiguration Configuration { get; }
}
