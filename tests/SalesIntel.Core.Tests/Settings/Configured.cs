using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Settings;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>The core, configured by variables, with whatever a test adds.</summary>
internal sealed class Configured : IDisposable
{
    private readonly ServiceProvider services;

    private Configured(ServiceProvider services) => this.services = services;

    public SalesIntelSettings Settings => services.GetRequiredService<SalesIntelSettings>();

    public IReadOnlyList<string> Errors => Assert.Throws<SettingsException>(Start).Errors;

    public static Configured With(params (string Name, string? Value)[] variables) => With(_ => { }, variables);

    public static Configured With(Action<ISalesIntelBuilder> add, params (string Name, string? Value)[] variables) =>
        With(_ => { }, null, add, variables);

    public static Configured With(
        Action<IServiceCollection> before,
        Action<SalesIntelOptions>? configure,
        Action<ISalesIntelBuilder> add,
        params (string Name, string? Value)[] variables)
    {
        var services = new ServiceCollection();
        before(services);
        add(services.AddSalesIntelCore(Variables(variables), configure));
        return new Configured(services.BuildServiceProvider());
    }

    public static IConfiguration Variables(params (string Name, string? Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
        .Build();

    public T Get<T>()
        where T : class => services.GetRequiredService<IOptions<T>>().Value;

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>What a host does before anything else when it starts.</summary>
    public void Start() => services.GetRequiredService<IStartupValidator>().Validate();

    public void Dispose() => services.Dispose();
}
