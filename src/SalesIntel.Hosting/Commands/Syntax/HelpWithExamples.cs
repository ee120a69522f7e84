using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>The help, with examples at its end.</summary>
internal sealed class HelpWithExamples(HelpAction help, Func<Command, IReadOnlyList<string>> examplesOf) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a root and all commands below it this help.</summary>
    public static void AddTo(Command root, Func<Command, IReadOnlyList<string>> examplesOf)
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((HelpAction)option.Action!, examplesOf);
        root.Options.Add(option);
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
                output.WriteLine($"  {ProgramName.Value} {example}");
            }
        }

        return code;
    }
}
