using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.SampleHost;
using SalesIntel.Settings;

namespace SalesIntel.EndToEnd.Tests.Settings;

/// <summary>All parts as the sample host adds them, configured by nothing but variables. Nothing is started.</summary>
internal static class SampleHostSettings
{
    /// <summary>What a real run needs.</summary>
    public static readonly (string, string?)[] RealRun =
    [
        ("DRY_RUN", "false"), ("GEMINI_API_KEY", "g"), ("ZOHO_CLIENT_ID", "i"), ("ZOHO_CLIENT_SECRET", "s"), ("ZOHO_REFRESH_TOKEN", "r"),
    ];

    public static Task<SettingsException?> RefuseAsync(params (string Name, string? Value)[] variables) =>
        UseAsync(variables, settings => Record.Exception(settings.Validate) as SettingsException);

    public static async Task<IReadOnlyList<string>> ErrorsAsync(params (string Name, string? Value)[] variables) =>
        (await RefuseAsync(variables))?.Errors ?? [];

    public static Task<IReadOnlyList<string>> WarningsAsync(params (string Name, string? Value)[] variables) =>
        UseAsync(variables, settings => settings.FindWarnings());

    public static Task<IReadOnlyList<SettingRow>> RowsAsync(params (string Name, string? Value)[] variables) =>
        UseAsync(variables, settings => settings.Rows);

    public static Task<string> TableAsync() => UseAsync([], settings => settings.ToMarkdown());

    private static async Task<T> UseAsync<T>((string Name, string? Value)[] variables, Func<SalesIntelSettings, T> use)
    {
        var services = new ServiceCollection();
        ServiceParts.Add(services, new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
            .Build());
        await using var provider = services.BuildServiceProvider();
        return use(provider.GetRequiredService<SalesIntelSettings>());
    }
}
