using Microsoft.Extensions.Configuration;
using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>Settings from pairs of name and value.</summary>
internal static class Settings
{
    public static IConfiguration Configuration(params (string Name, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))
        .Build();

    public static SalesIntelSettings Read(params (string Name, string? Value)[] values) =>
        SalesIntelSettings.Read(Configuration(values));

    public static SettingsException ReadBad(params (string Name, string? Value)[] values) =>
        Assert.Throws<SettingsException>(() => Read(values));
}
