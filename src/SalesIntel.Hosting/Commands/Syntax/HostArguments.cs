using System.CommandLine;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>The arguments that are left for the web host, which reads what it knows and says nothing about the rest: a service that starts
/// without what was asked for, perhaps on the store of production, would be the answer to a slip of the finger.</summary>
internal static class HostArguments
{
    private static readonly string[] OfTheWebHost =
    [
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.ApplicationKey,
        WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey, WebHostDefaults.WebRootKey, WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.StartupAssemblyKey, WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.PreventHostingStartupKey, WebHostDefaults.StaticWebAssetsKey,
        "AllowedHosts", "PORT",
    ];

    /// <summary>What neither the commands nor the web host nor the settings know, one sentence each.</summary>
    /// <param name="arguments">The arguments that no command took.</param>
    /// <param name="root">The commands.</param>
    /// <param name="settings">The names of the settings; null = they are not known yet, and options are not looked at.</param>
    public static IEnumerable<string> FindErrors(IReadOnlyList<string> arguments, Command root, IEnumerable<string>? settings)
    {
        string[] known = [.. OfTheWebHost, .. settings ?? []];
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            var isOption = argument.StartsWith("--", StringComparison.Ordinal) || argument.StartsWith('/');
            var name = argument.TrimStart('-', '/').Split('=')[0];
            if (!isOption && (argument.StartsWith('-') || !argument.Contains('=', StringComparison.Ordinal)))
            {
                // What follows was meant for it.
                yield return argument.StartsWith('-')
                    ? $"'{argument}' is not an option: options begin with two dashes, e.g. --urls."
                    : CommandLineErrors.UnknownCommand(argument, root);
                yield break;
            }

            // Sections, such as Logging:LogLevel:Default, have any names.
            if (settings is not null && !name.Contains(':', StringComparison.Ordinal) && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Of(name, known.Concat(root.Options.Select(option => option.Name.TrimStart('-'))));
                yield return $"'{argument.Split('=')[0]}' is neither an option of the web host nor a setting."
                    + (nearest is null ? $" All settings: {ProgramName.Value} settings" : $" Did you mean '--{nearest}'?");
            }

            if (isOption && !argument.Contains('=', StringComparison.Ordinal) && ++at == arguments.Count && settings is not null)
            {
                yield return $"'{argument}' has no value: write {argument} VALUE.";
            }
        }
    }
}
