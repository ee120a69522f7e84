using Microsoft.Extensions.Configuration;

namespace SalesIntel.Settings;

/// <summary>The texts of settings: at the top level of a configuration (environment, <c>.env</c>) or in section <c>SalesIntel</c>; the top
/// level wins.</summary>
internal static class SettingsSource
{
    public const string Section = "SalesIntel";

    /// <summary>The text of a setting, trimmed; null when it is not set, empty or blank.</summary>
    public static string? Text(IConfiguration configuration, string name)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text))
        {
            text = configuration[$"{Section}:{name}"];
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>Names with a prefix that are set.</summary>
    public static IEnumerable<string> NamesWith(IConfiguration configuration, string prefix) =>
        configuration.GetChildren().Concat(configuration.GetSection(Section).GetChildren())
            .Select(child => child.Key)
            .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Text(configuration, name) is not null)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);
}
