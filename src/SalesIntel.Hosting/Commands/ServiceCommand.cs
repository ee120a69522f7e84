using System.CommandLine;
using System.Net.Sockets;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands;

/// <summary>The service itself.</summary>
internal static class ServiceCommand
{
    /// <summary>Runs until it is told to stop. 2 = the command line or the configuration can't be used, 3 = the store can't be started.
    /// </summary>
    /// <param name="args">The arguments, for the web host.</param>
    /// <param name="service">Builds the service.</param>
    /// <param name="root">The commands, for what is said about an argument that nothing knows.</param>
    /// <param name="error">Where it says what is wrong.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(
        string[] args, ServiceFactory service, Command root, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindErrorsAsync(args, service, root) is { Count: > 0 } unknown)
            {
                await error.WriteLineAsync(string.Join(Environment.NewLine, unknown));
                return ExitCode.Unusable;
            }

            await using var app = service.BuildService(args);
            await app.RunAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (SettingsException exception)
        {
            await error.WriteLineAsync("SalesIntel can't start; the configuration needs a correction:");
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Unusable;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or SocketException)
        {
            // The last two: an address that is in use, is none of this machine's, or may not be listened on.
            await error.WriteLineAsync($"SalesIntel can't start: {exception.Message}");
            return ExitCode.NotStarted;
        }
    }

    /// <summary>What nothing knows, one sentence each, and where to look; empty when all is known.</summary>
    /// <param name="args">The arguments that no command took.</param>
    /// <param name="service">Builds the service, whose settings are options too.</param>
    /// <param name="root">The commands.</param>
    /// <exception cref="SettingsException">A file of the configuration can't be read.</exception>
    public static async Task<IReadOnlyList<string>> FindErrorsAsync(IReadOnlyList<string> args, ServiceFactory service, Command root)
    {
        // A word that is no command is none whatever the files of this folder say, also where they can't be read.
        string[] unknown = [.. HostArguments.FindErrors(args, root, settings: null)];
        if (unknown.Length == 0)
        {
            var settings = await service.UseSettingsAsync((settings, _) => settings.Rows.Select(row => row.Name).ToList());
            unknown = [.. HostArguments.FindErrors(args, root, settings)];
        }

        return unknown.Length == 0 ? [] : [.. unknown, $"Commands, options and an example: {ProgramName.Value} --help"];
    }
}
