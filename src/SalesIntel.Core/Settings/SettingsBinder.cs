using Microsoft.Extensions.Configuration;

namespace SalesIntel.Settings;

/// <summary>Fills options from a configuration. A text that can't be read leaves the property as it is and is an error of
/// <see cref="FindErrors"/>.</summary>
internal sealed class SettingsBinder<TOptions>(SettingsGroup<TOptions> group, IConfiguration configuration) : IConfigureOptions<TOptions>
    where TOptions : class, new()
{
    public void Configure(TOptions options) => Apply(options);

    public IReadOnlyList<string> FindErrors() => Apply(new TOptions());

    /// <summary>What was written for a setting that can't be read: nothing holds for it, and the host does not start. Without the text where
    /// that must not be shown.</summary>
    /// <returns>Null when it was read, or nothing was written.</returns>
    public string? FindRefused(Setting<TOptions> setting) =>
        Refused(setting) is { } text ? setting.HidesValue ? "(not shown)" : text : null;

    /// <summary>True when options hold the very value that was written and can't be read: somebody has set it in code as well, and it is said
    /// already.</summary>
    public bool HasRefused(Setting<TOptions> setting, TOptions options) => Refused(setting) is { } text && setting.Write(options) == text;

    /// <summary>Names that begin like those of the group and are none of them.</summary>
    public IEnumerable<string> FindUnknown() => group.Prefix.Length == 0
        ? []
        : SettingsSource.NamesWith(configuration, group.Prefix)
            .Where(name => !group.Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private string? Refused(Setting<TOptions> setting) =>
        setting.Name is { } name && SettingsSource.Text(configuration, name) is { } text && setting.Apply(new TOptions(), text) is not null
            ? text
            : null;

    private IReadOnlyList<string> Apply(TOptions options) =>
    [
        .. group.Settings
            .Select(setting => setting.Name is { } name && SettingsSource.Text(configuration, name) is { } text ? setting.Apply(options, text) : null)
            .OfType<string>(),
    ];
}
