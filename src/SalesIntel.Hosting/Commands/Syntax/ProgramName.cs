using System.CommandLine;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>The name by which the program is started, for what can be typed again.</summary>
internal static class ProgramName
{
    private const string Muxer = "dotnet";

    /// <summary>The name of the file that was started; where that is the SDK's <c>dotnet</c>, the name of the program in it.</summary>
    public static string Value { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) is { Length: > 0 } file && file != Muxer
        ? file
        : RootCommand.ExecutableName;
}
