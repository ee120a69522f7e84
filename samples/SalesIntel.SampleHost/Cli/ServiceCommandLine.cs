using System.CommandLine;
using System.CommandLine.Invocation;
using SalesIntel.SampleHost.Doctor;
using SalesIntel.SampleHost.Events;
using SalesIntel.SampleHost.Settings;
using SalesIntel.SampleHost.Store;
#if !SERVICE_ONLY
using SalesIntel.SampleHost.Demo;
#endif

namespace SalesIntel.SampleHost.Cli;

/// <summary>The command line. Without a command it is the service, with the options of the web host (<c>--urls</c> and the like).</summary>
internal static class ServiceCommandLine
{
    private static readonly string[] RootExamples = ["--urls http://127.0.0.1:9000", "doctor", "events list --status failed"];

    /// <summary>Makes the commands.</summary>
    /// <param name="overrides">Variables that win over the environment.</param>
    public static RootCommand Create(IReadOnlyDictionary<string, string?> overrides)
    {
        var root = new RootCommand("SalesIntel: demo bookings and meetings become leads in the CRM. Without a command it is the service; "
            + "options such as --urls are then the web host's, and each setting may be given as one, e.g. --WORKERS 4.")
        {
#if !SERVICE_ONLY
            DemoCommand.Create(),
#endif
            SettingsCommand.Create(overrides),
            HealthCommand.Create(),
            EventsCommand.Create(TimeProvider.System, overrides),
            StoreCommand.Create(overrides),
            DoctorCommand.Create(overrides),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) =>
            ServiceCommand.RunAsync([.. parsed.UnmatchedTokens], overrides, root, parsed.InvocationConfiguration.Error, cancellationToken));
        HelpWithExamples.AddTo(root);
        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <param name="io">Where it writes.</param>
    /// <returns>The exit code: 2 when the command line itself is wrong.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyDictionary<string, string?> overrides, InvocationConfiguration io)
    {
        var parsed = Create(overrides).Parse(args);

        // What is left over is the web host's, but not below a command.
        var isTooMuch = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command is not RootCommand;
        if (parsed.Action is ParseErrorAction || (isTooMuch && parsed.Action is not HelpWithExamples))
        {
            foreach (var sentence in CommandLineErrors.Of(parsed))
            {
                await io.Error.WriteLineAsync(sentence);
            }

            return ExitCode.Unusable;
        }

        return await parsed.InvokeAsync(io);
    }

    /// <summary>The examples of a command.</summary>
    public static IReadOnlyList<string> ExamplesOf(Command command) => command is ExampleCommand one ? one.Examples : RootExamples;
}
