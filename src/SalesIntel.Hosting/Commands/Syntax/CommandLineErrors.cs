using System.CommandLine;
using System.CommandLine.Parsing;
using SalesIntel.Text;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>What is wrong with a command line, one sentence each: what was not understood, what it was perhaps meant to be, and where to
/// look.</summary>
internal static class CommandLineErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        string[] sentences = parsed.UnmatchedTokens.Count > 0 ? [.. Unknown(parsed.UnmatchedTokens, command, NameOf(parsed.CommandResult))]
            : command is { Action: null, Subcommands.Count: > 0 } ? [$"Say what to do with {command.Name}: {Names(command)}."]
            : Missing(parsed, command) is { Length: > 0 } missing ? missing
            : [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
        return [.. sentences, $"Options and an example: {ProgramName.Value} {NameOf(parsed.CommandResult)} --help"];
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
            : [$"'{tokens[0]}' is too much: '{name}' takes no such argument."];
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(
        command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(one => one.Name));

    private static string NameOf(CommandResult result) => result.Parent is CommandResult { Parent: not null } above
        ? $"{NameOf(above)} {result.Command.Name}"
        : result.Parent is null ? "" : result.Command.Name;
}
