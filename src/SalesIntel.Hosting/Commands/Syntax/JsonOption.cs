using System.CommandLine;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary><c>--json</c>, the same for every command that has a result.</summary>
internal static class JsonOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="recursive">True when the commands below have it too.</param>
    public static Option<bool> Create(bool recursive = false) => new("--json") { Description = "Print one JSON document.", Recursive = recursive };
}
