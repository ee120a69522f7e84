using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>Where the values of settings come from.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="environment">The environment's name, e.g. <c>Production</c>.</param>
internal sealed class ValueOrigins(IConfigurationRoot configuration, string environment)
{
    private const string Section = "SalesIntel";

    /// <summary>The environment's name.</summary>
    public string Environment => environment;

    /// <summary>The origin of a setting's value: <c>default</c>, <c>code</c>, <c>environment</c>, <c>command line</c>, or a file.</summary>
    public string Of(SettingRow setting)
    {
        // A name at the top level wins over one in the section, and an empty text is none.
        foreach (var key in (string[])[setting.Name, $"{Section}:{setting.Name}"])
        {
            if (configuration[key] is { } value && !string.IsNullOrWhiteSpace(value))
            {
                return Name(configuration.Providers.Last(provider => provider.TryGet(key, out _)), key, value);
            }
        }

        return setting.IsSecret ? setting.Value == "set" ? "code" : "default"
            : setting.Value == (setting.Default.Length > 0 ? setting.Default : setting.Unset) ? "default"
            : "code";
    }

    private static string Name(IConfigurationProvider provider, string key, string value) => provider switch
    {
        JsonConfigurationProvider json => json.Source.FileProvider?.GetFileInfo(json.Source.Path!).PhysicalPath ?? json.Source.Path!,
        EnvironmentVariablesConfigurationProvider => ConfigurationFiles.HasVariable(key, value) ? Path.GetFullPath(".env") : "environment",
        CommandLineConfigurationProvider => "command line",
        _ => "code",
    };
}
