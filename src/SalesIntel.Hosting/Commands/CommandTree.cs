using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Doctor;
using SalesIntel.Hosting.Commands.Events;
using SalesIntel.Hosting.Commands.Health;
using SalesIntel.Hosting.Commands.Settings;
using SalesIntel.Hosting.Commands.Store;
using SalesIntel.Hosting.Commands.Syntax;

namespace SalesIntel.Hosting.Commands;

/// <summary>All commands. Without one it is the service, with the options of the web host (<c>--urls</c> and the like).</summary>
internal static class CommandTree
{
    private static readonly string[] RootExamples = ["--urls http://127.0.0.1:9000", "doctor", "events list --status failed"];

    /// <summary>Makes the commands.</summary>
    /// <param name="service">Builds the service that they use.</param>
    /// <param name="own">The commands of the program's own.</param>
    public static Command Create(ServiceFactory service, IEnumerable<Command> own)
    {
        // Not a RootCommand: that has the name of an assembly, which nobody types who has the program as a tool.
        var root = new Command(
            ProgramName.Value,
            "SalesIntel: demo bookings and meetings become leads in the CRM. Without a command it is the service; "
            + "options such as --urls are then the web host's, and each setting may be given as one, e.g. --WORKERS 4.");
        Command[] all =
        [
            .. own,
            SettingsCommand.Create(service),
            HealthCommand.Create(),
            EventsCommand.Create(TimeProvider.System, service),
            StoreCommand.Create(service),
            DoctorCommand.Create(service),
        ];
        foreach (var command in all)
        {
            root.Subcommands.Add(command);
        }

        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) =>
            ServiceCommand.RunAsync([.. parsed.UnmatchedTokens], service, root, parsed.InvocationConfiguration.Error, cancellationToken));
        HelpWithExamples.AddTo(root, ExamplesOf);
        root.Options.Add(new VersionOption());
        return root;
    }

    public static IReadOnlyList<string> ExamplesOf(Command command) =>
        command is ExampleCommand one ? one.Examples : command.Parents.Any() ? [] : RootExamples;
}
