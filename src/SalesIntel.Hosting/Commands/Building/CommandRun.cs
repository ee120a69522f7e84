using System.CommandLine;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>The run of a command that uses the service's parts.</summary>
internal static class CommandRun
{
    /// <summary>Runs it, and says in one sentence what was in its way.</summary>
    /// <param name="service">Builds the service.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">The command; gets the service, which is not started.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        ServiceFactory service,
        ParseResult parsed,
        Func<WebApplication, Task<int>> run,
        CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            await using var app = service.BuildForCommand();
            return await run(app);
        }
        catch (Exception exception) when (exception is SettingsException or StoreUnavailableException or InvalidOperationException)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
    }
}
