using System.CommandLine.Parsing;

namespace SalesIntel.Hosting.Commands.Syntax;

/// <summary>Reads the value of an option.</summary>
internal static class OptionValue
{
    /// <summary>The one token of an option's value.</summary>
    public static string Text(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    /// <summary>Refuses a value.</summary>
    public static T? Fail<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
