using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>SalesIntel, configured by variables, with whatever a test adds. It is not started.</summary>
internal sealed class ConfiguredHost : IDisposable, IAsyncDisposable
{
    private readonly ServiceProvider services;

    public ConfiguredHost(Action<ISalesIntelBuilder> add, params (string Name, string? Value)[] variables)
    {
        var collection = new ServiceCollection().AddLogging();
        add(collection.AddSalesIntel(Variables(variables)));
        services = collection.BuildServiceProvider();
    }

    /// <summary>What a host does before anything else when it starts; no errors when it may start.</summary>
    public IReadOnlyList<string> Errors =>
        Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate()) switch
        {
            null => [],
            SettingsException failure => failure.Errors,
            var other => throw other,
        };

    public IReadOnlyList<string> Warnings => services.GetRequiredService<SalesIntelSettings>().FindWarnings();

    public static IConfiguration Variables(params (string Name, string? Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
        .Build();

    public T Get<T>()
        where T : class => services.GetRequiredService<IOptions<T>>().Value;

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Dispose() => services.Dispose();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
