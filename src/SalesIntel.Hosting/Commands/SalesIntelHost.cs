using System.CommandLine;
using System.CommandLine.Invocation;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands;

/// <summary>A program that is the service and its command line: <c>events</c>, <c>store</c>, <c>doctor</c>, <c>settings</c>, <c>health</c>.
/// Without a command it is the service, which listens on port 8000 of this machine unless <c>urls</c> or <c>PORT</c> says otherwise.
/// <c>appsettings.json</c> and <c>.env</c> of the current folder are read; the environment and the command line win over them. What is neither
/// a command, nor an option of the web host, nor a setting is an error and starts nothing; an option of your own has a section in its name, as
/// in <c>--Shop:Name</c>.</summary>
/// <example><code>
/// return await new SalesIntelHost(builder =&gt;
///     builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing()).RunAsync(args);
/// </code></example>
public sealed class SalesIntelHost
{
    private readonly Action<WebApplicationBuilder> _configure;

    /// <summary>Describes the program.</summary>
    /// <param name="configure">Adds the services, <c>AddSalesIntel</c> among them. It is called for each host that is built: once by a command,
    /// more often by the service.</param>
    public SalesIntelHost(Action<WebApplicationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _configure = configure;
    }

    /// <summary>Maps the endpoints and builds the pipeline. One of your own calls <c>app.MapSalesIntel()</c> too.</summary>
    /// <value>Default <c>app.MapSalesIntel()</c>.</value>
    public Action<WebApplication> Map { get; init; } = app => app.MapSalesIntel();

    /// <summary>Commands of the program's own; the help lists them first. An <see cref="ExampleCommand"/> shows examples there.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<Command> Commands { get; init; } = [];

    /// <summary>Variables that win over the environment, the files and the command line, e.g. in a test.</summary>
    /// <value>Default none.</value>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs a command, or the service until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="io">Where commands write; null = the console, and a command that is told to stop ends in its own time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code: 0 = done; 1 = nothing was found or something is not well; 2 = the command line, the configuration or the store
    /// can't be used; 3 = the service could not start; 130 = a command was interrupted.</returns>
    public async Task<int> RunAsync(string[] args, InvocationConfiguration? io = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);

        // The default would end the process after two seconds; a service takes SHUTDOWN_SECONDS.
        io ??= new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromHours(1) };
        var parsed = CreateCommands().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        if (await FindErrorsAsync(parsed).ConfigureAwait(false) is { Count: > 0 } errors)
        {
            await io.Error.WriteLineAsync(string.Join(Environment.NewLine, errors)).ConfigureAwait(false);
            return ExitCode.Unusable;
        }

        return await parsed.InvokeAsync(io, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds the service as <see cref="RunAsync"/> does, without starting it, e.g. for a test.</summary>
    /// <param name="args">Options of the web host.</param>
    /// <exception cref="SettingsException">The configuration can't be used; lists all errors of all parts.</exception>
    public WebApplication Build(params string[] args) => Factory().BuildService(args);

    /// <summary>The commands.</summary>
    internal Command CreateCommands() => CommandTree.Create(Factory(), Commands);

    // Neither the help nor the version is an answer to a word that is none: who reads it would look for the mistake there.
    private async Task<IReadOnlyList<string>> FindErrorsAsync(ParseResult parsed)
    {
        if (CommandLineErrors.HasAny(parsed))
        {
            return CommandLineErrors.Of(parsed);
        }

        // The service itself looks at what is left over for it.
        var root = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count == 0 || parsed.Action == root.Action)
        {
            return [];
        }

        try
        {
            return await ServiceCommand.FindErrorsAsync(parsed.UnmatchedTokens, Factory(), root).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SettingsException or InvalidOperationException)
        {
            // The names of the settings are not known where the configuration can't be read, and the help is there all the same.
            return [];
        }
    }

    private ServiceFactory Factory() => new(_configure, Map, Overrides);
}
