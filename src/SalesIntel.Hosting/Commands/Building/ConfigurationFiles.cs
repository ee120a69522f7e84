using Microsoft.Extensions.Configuration.Json;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>The files of the current folder that configure the service. The environment wins over them, and a command line over that.
/// </summary>
internal static class ConfigurationFiles
{
    private const string Variables = ".env";
    private const string Settings = "appsettings";

    /// <summary>Reads <c>.env</c> into the environment; what is set there already stays. Comes before the host is built, which reads some
    /// variables itself.</summary>
    /// <exception cref="SettingsException">The file can't be read.</exception>
    public static void ReadVariables()
    {
        if (!File.Exists(Variables))
        {
            return;
        }

        try
        {
            DotNetEnv.Env.NoClobber().Load(Variables);
        }
        catch (Sprache.ParseException refused)
        {
            // Its own message quotes the file, which holds secrets.
            throw Unreadable(Path.GetFullPath(Variables), refused.Position?.Line, "write NAME=value on each line, and quotes in pairs.");
        }
    }

    /// <summary>Reads <c>appsettings.json</c> and that of the environment's name (<c>appsettings.Production.json</c>), above those beside the
    /// program.</summary>
    /// <param name="configuration">The configuration, with the host's own sources.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="besideProgram">The folder whose files the host reads itself.</param>
    public static void ReadSettings(ConfigurationManager configuration, string environment, string besideProgram)
    {
        if (Path.TrimEndingDirectorySeparator(besideProgram) == Directory.GetCurrentDirectory())
        {
            return;
        }

        var sources = configuration.Sources;
        var at = sources.ToList().FindLastIndex(source => source is JsonConfigurationSource { Path: { } path }
            && path.StartsWith(Settings, StringComparison.Ordinal)) + 1;
        foreach (var file in Found(environment).Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var source = new JsonConfigurationSource { Path = file };
            source.ResolveFileProvider();
            sources.Insert(at++, source);
        }
    }

    /// <summary>What is wrong with a file that could not be read, without its content.</summary>
    /// <param name="refused">What was thrown when the host read its configuration.</param>
    public static SettingsException Unreadable(InvalidDataException refused)
    {
        Exception? cause = refused;
        while (cause is not null and not JsonException)
        {
            cause = cause.InnerException;
        }

        // The message of the configuration names the file alone.
        return Unreadable(refused.Message.TrimEnd('.'), (cause as JsonException)?.LineNumber + 1, "it is not JSON there.");
    }

    /// <summary>Full paths of the files that are there.</summary>
    public static IReadOnlyList<string> Found(string environment) =>
        [.. new[] { $"{Settings}.json", $"{Settings}.{environment}.json", Variables }.Where(File.Exists).Select(Path.GetFullPath)];

    /// <summary>Whether a variable of the environment comes from <c>.env</c>.</summary>
    public static bool HasVariable(string name, string value) => File.Exists(Variables)
        && DotNetEnv.Env.NoEnvVars().Load(Variables)
            .Any(variable => variable.Key.Replace("__", ":", StringComparison.Ordinal) == name && variable.Value == value);

    private static SettingsException Unreadable(string file, long? line, string advice) =>
        new([$"{file}{(line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {line}"))}: {advice}"]);
}
