using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Configuration;

internal sealed class SalesIntelBuilder(IServiceCollection services, IConfiguration configuration) : ISalesIntelBuilder
{
    private readonly SettingsReader reader = new(configuration);

    public IServiceCollection Services { get; } = services;

    public string? Setting(string name) => reader.Text(name);
}
