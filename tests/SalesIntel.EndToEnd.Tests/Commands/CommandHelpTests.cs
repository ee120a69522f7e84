using System.CommandLine;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Commands;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.SampleHost;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>What the help shows is what can be typed.</summary>
public sealed class CommandHelpTests
{
    private static readonly Dictionary<string, string?> NoVariables = [];

    // These would write, or run for long; the others are run.
    private static readonly string[] OnlyParsed =
    [
        "demo", "health", "store backup", "store restore", "store copy", "--urls", "events replay --status failed --error zoho --rate",
    ];

    public static TheoryData<string> Commands => [.. All(SampleProgram.Create(NoVariables).CreateCommands()).Select(command => command.Path)];

    public static TheoryData<string> Examples =>
        [.. All(SampleProgram.Create(NoVariables).CreateCommands()).SelectMany(command => CommandTree.ExamplesOf(command.Command)).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_ends_with_an_example_of_the_command(string command)
    {
        var help = await new CommandLine(NoVariables).LineAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        var examples = help.Output.Split("Examples:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.StartsWith($"{ProgramName.Value} {command}", example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_is_understood_and_does_its_work(string example)
    {
        string[] arguments = example.Split(' ');
        var parsed = SampleProgram.Create(NoVariables).CreateCommands().Parse(arguments);
        Assert.Empty(parsed.Errors);
        Assert.Equal(example.StartsWith("--", StringComparison.Ordinal), parsed.UnmatchedTokens.Count > 0);
        if (OnlyParsed.Any(harmful => example.StartsWith(harmful, StringComparison.Ordinal)))
        {
            return;
        }

        await using var host = await RunningHost.StartAsync();
        var result = await CommandLine.Beside(host.Simulator.BaseUrl, ("DATA_DIR", host.Data)).LineAsync(arguments);

        // 1: nothing failed in this store, and no event has the id of the example.
        Assert.InRange(result.Code, 0, 1);
        Assert.NotEqual("", result.Output + result.Error);
    }

    private static IEnumerable<(Command Command, string Path)> All(Command command, string path = "") =>
        command.Subcommands.SelectMany(below => All(below, $"{path} {below.Name}".Trim())).Prepend((command, path));
}
