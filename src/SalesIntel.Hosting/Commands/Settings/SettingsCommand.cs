using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Settings;

/// <summary><c>settings</c>: the table of all settings, what is in force, and where it comes from.</summary>
internal static class SettingsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="service">Builds the service.</param>
    public static Command Create(ServiceFactory service)
    {
        var values = new Option<bool>("--values")
        {
            Description = "Add what holds for each in this folder and environment, and where it comes from; secrets are not shown.",
        };
        var json = JsonOption.Create();
        json.Description += " It has the values.";
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
                var (text, problem) = await service.UseSettingsAsync((settings, origins) =>
                    parsed.GetValue(json) ? (Document(settings, origins), ProblemOf(settings))
                    : parsed.GetValue(values) ? (settings.ToMarkdown(withValues: true, origins.Of), ProblemOf(settings))
                    : (settings.ToMarkdown(), null));
                await output.WriteAsync(text);
                if (problem is null)
                {
                    return ExitCode.Done;
                }

                await error.WriteLineAsync(problem);
                return ExitCode.Unusable;
            }
            catch (Exception exception) when (exception is SettingsException or InvalidOperationException)
            {
                await error.WriteLineAsync(exception.Message);
                return ExitCode.Unusable;
            }
        });
        return settings;
    }

    // What can't be read leaves the default in force, and the service does not start.
    private static string? ProblemOf(SalesIntelSettings settings)
    {
        try
        {
            settings.Validate();
            return null;
        }
        catch (SettingsException exception)
        {
            return exception.Message;
        }
    }

    private static string Document(SalesIntelSettings settings, ValueOrigins origins) => new SettingsDocument(
        ConfigurationFiles.Found(origins.Environment), [.. settings.Rows.Select(row => SettingView.Of(row, origins.Of(row)))]).ToJson() + "\n";
}
