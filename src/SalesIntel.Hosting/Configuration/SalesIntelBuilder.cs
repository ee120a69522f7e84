using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Configuration;

internal sealed record SalesIntelBuilder(IServiceCollection Services, SalesIntelSettings Settings) : ISalesIntelBuilder;
