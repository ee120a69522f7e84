using System.CommandLine;
using SalesIntel.SampleHost.Cli;
using SalesIntel.Settings;

namespace SalesIntel.SampleHost.Settings;

/// <summary><c>settings</c>: the table of all settings, what is in force, and where it comes from.</summary>
internal static class SettingsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="overrides">Variables that win over the environment.</param>
    public static Command Create(IReadOnlyDictionary<string, string?> overrides)
    {
        var values = new Option<bool>("--values")
        {
            Description = "Add what holds for each in this folder and environment, and where it comes from; secrets are not shown.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document, with the values." };
        var settings = new ExampleCommand(
            "settings", "Print the table of all configuration variables (Markdown).", "settings", "settings --values", "settings --json")
        {
            values, json,
        };
        settings.SetAction(async (parsed, _) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                await output.WriteAsync(await ServiceHost.UseSettingsAsync(
                    overrides, (settings, origins) => parsed.GetValue(json) ? Document(settings, origins)
                        : settings.ToMarkdown(parsed.GetValue(values), origins.Of)));
                return ExitCode.Done;
            }
            catch (SettingsException exception)
            {
                await error.WriteLineAsync(exception.Message);
                return ExitCode.Unusable;
            }
        });
        return settings;
    }

    private static string Document(SalesIntelSettings settings, ValueOrigins origins) => new SettingsDocument(
        ConfigurationFiles.Found(origins.Environment), [.. settings.Rows.Select(row => SettingView.Of(row, origins.Of(row)))]).ToJson() + "\n";
}
