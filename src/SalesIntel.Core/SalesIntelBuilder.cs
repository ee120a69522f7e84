using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel;

internal sealed class SalesIntelBuilder(IServiceCollection services, IConfiguration configuration) : ISalesIntelBuilder
{
    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;
}
