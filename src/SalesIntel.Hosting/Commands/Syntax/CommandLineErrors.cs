using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>What is wrong with a command line, one sentence each: what was not understood, what it was perhaps meant to be, and where to
/// look.</summary>
internal static partial class CommandLineErrors
{
    /// <summary>True when a command line can't be used. What is left over below no command is not looked at: the web host may know it.
    /// </summary>
    public static bool HasAny(ParseResult parsed) =>
        parsed.Action is ParseErrorAction
        || Directives(parsed).Length > 0
        || TakenForValues(parsed).Length > 0
        || (parsed.UnmatchedTokens is [var word, ..]
            && (parsed.CommandResult.Parent is not null || parsed.CommandResult.Command.Subcommands.Any(command => command.Name == word)));

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = NameOf(parsed.CommandResult);
        string[] sentences = Directives(parsed) is [var directive, ..] ? [UnknownCommand(directive, parsed.RootCommandResult.Command)]
            : TakenForValues(parsed) is { Length: > 0 } taken ? [.. Unknown(taken, command, name)]
            : parsed.UnmatchedTokens.Count > 0 ? [.. BehindDashes(parsed) ?? Unknown(parsed.UnmatchedTokens, command, name)]
            : command is { Action: null, Subcommands.Count: > 0 } ? [$"Say what to do with {command.Name}: {Names(command)}."]
            : Missing(parsed, command) is { Length: > 0 } missing ? missing
            : Counts(parsed) is { Length: > 0 } counts ? counts
            : [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
        return [.. sentences, $"Options and an example: {string.Join(' ', new[] { ProgramName.Value, name, "--help" }.Where(word => word.Length > 0))}"];
    }


    /// <summary>The sentence about a word that is no command.</summary>
    /// <param name="word">The word.</param>
    /// <param name="command">The command below which it stands.</param>
    public static string UnknownCommand(string word, Command command) =>
        $"'{word}' is not a command.{Question(word, command)} There are: {Names(command)}.";

    // Who writes "help" or "version" means the option.
    private static string Question(string word, Command command) =>
        NearestName.Question(word, command.Subcommands.Select(one => one.Name), "'") is { Length: > 0 } question ? question
        : command.Options.FirstOrDefault(option => option.Name == $"--{word}") is { } same ? $" Did you mean '{same.Name}'?"
        : "";

    private static string[] Missing(ParseResult parsed, Command command) =>
    [
        .. command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => $"'{NameOf(parsed.CommandResult)}' needs <{argument.Name}>: {argument.Description}"),
    ];

    private static IEnumerable<string>? BehindDashes(ParseResult parsed) => HasDashes(parsed)
        ? [$"'{parsed.UnmatchedTokens[0]}' stands behind '--', where neither commands nor options are read: leave '--' out."]
        : null;

    // An option without the value that it needs, or more often than it may be given.
    private static string[] Counts(ParseResult parsed) =>
    [
        .. parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(result => !result.Implicit)
            .Select(result => (result.Option, Values: result.Tokens.Count, result.Option.Arity))
            .Where(given => given.Values < given.Arity.MinimumNumberOfValues || given.Values > given.Arity.MaximumNumberOfValues)
            .Select(given => given.Values < given.Arity.MinimumNumberOfValues
                ? $"'{given.Option.Name}' needs a value: {given.Option.Description}"
                : $"'{given.Option.Name}' has {Counted.Of(given.Values, "value")}: give it once."),
    ];

    // A misspelt option is taken for the value of an argument, or of the option before it: a backup would have its name.
    private static string[] TakenForValues(ParseResult parsed)
    {
        if (HasDashes(parsed))
        {
            return [];
        }

        string[] known = [.. OptionsOf(parsed.CommandResult.Command).Select(option => option.Name)];
        return
        [
            .. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
                .Select(token => token.Value)
                .Where(value => LikeAnOption().IsMatch(value)),
            .. parsed.CommandResult.Children.OfType<OptionResult>().SelectMany(result => result.Tokens)
                .Select(token => token.Value)
                .Where(value => LikeAnOption().IsMatch(value) && NearestName.Of(value, known) is not null),
        ];
    }

    // The parser takes [word] before all others for an instruction to itself.
    private static string[] Directives(ParseResult parsed) =>
        [.. parsed.Tokens.Where(token => token.Type == TokenType.Directive).Select(token => token.Value)];

    private static bool HasDashes(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);

    // The word after an unknown option is that option's value.
    private static IEnumerable<string> Unknown(IReadOnlyList<string> tokens, Command command, string name)
    {
        string[] options = [.. tokens.Where(token => token.StartsWith('-'))];
        if (options.Length > 0)
        {
            string[] known = [.. OptionsOf(command).Select(option => option.Name)];
            return options.Select(option => $"'{option}' is not an option of '{name}'."
                + (NearestName.Question(option, known, "'") is { Length: > 0 } question ? question : $" There are: {string.Join(", ", known)}."));
        }

        return command.Subcommands.Count > 0
            ? [UnknownCommand(tokens[0], command)]
            : [$"'{tokens[0]}' is too much: '{name}' takes {(command.Arguments is [var one, ..] ? $"one <{one.Name}>" : "no such argument")}."];
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(
        command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(one => one.Name));

    [GeneratedRegex("^--?[A-Za-z][A-Za-z-]*(=|$)")]
    private static partial Regex LikeAnOption();

    private static string NameOf(CommandResult result) => result.Parent is CommandResult { Parent: not null } above
        ? $"{NameOf(above)} {result.Command.Name}"
        : result.Parent is null ? "" : result.Command.Name;
}
