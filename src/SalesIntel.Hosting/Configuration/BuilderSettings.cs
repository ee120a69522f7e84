using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Configuration;

/// <summary>The settings that <c>AddSalesIntel</c> has read.</summary>
internal static class BuilderSettings
{
    /// <summary>The settings in a collection of services; null before <c>AddSalesIntel</c>.</summary>
    public static SalesIntelSettings? Find(IServiceCollection services) => services
        .FirstOrDefault(service => service.ServiceType == typeof(SalesIntelSettings))?.ImplementationInstance as SalesIntelSettings;

    /// <summary>The settings of a builder.</summary>
    public static SalesIntelSettings Settings(this ISalesIntelBuilder builder) => Find(builder.Services)
        ?? throw new InvalidOperationException("Call builder.Services.AddSalesIntel(builder.Configuration) first.");
}
