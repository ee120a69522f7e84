using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>The help, with examples at its end.</summary>
internal sealed class HelpWithExamples(HelpAction help, Func<Command, IReadOnlyList<string>> examplesOf) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives all commands below a root this help.</summary>
    public static void AddTo(RootCommand root, Func<Command, IReadOnlyList<string>> examplesOf)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!, examplesOf);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (examplesOf(parseResult.CommandResult.Command) is { Count: > 0 } examples)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {RootCommand.ExecutableName} {example}");
            }
        }

        return code;
    }
}
