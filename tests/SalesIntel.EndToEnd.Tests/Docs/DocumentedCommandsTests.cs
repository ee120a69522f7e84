using System.Text.RegularExpressions;
using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>A command that a document shows can be typed: it gets as far as it can in a folder without a store.</summary>
public sealed partial class DocumentedCommandsTests
{
    // What a document leaves to the reader.
    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.Ordinal)
    {
        ["ID"] = new string('0', 32), ["FILE"] = "/nowhere/backup.db", ["…"] = "1d",
    };

    public static TheoryData<string> Lines =>
    [
        .. Documents.Names.Where(name => name.StartsWith("docs/", StringComparison.Ordinal))
            .SelectMany(name => Line().Matches(Documents.Text(name)))
            .Select(match => match.Groups["line"].Value.Split(" #")[0].Trim())
            .Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Command_is_understood(string line)
    {
        string[] arguments = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Placeholders.GetValueOrDefault(word, word)
            .Replace("redis.internal:6379", "127.0.0.1:1", StringComparison.Ordinal))];

        var result = await new CommandLine(new() { ["DATA_DIR"] = "/nowhere/data", ["LOG_LEVEL"] = "ERROR" }).LineAsync(arguments);

        // What is said of a command line that is wrong ends with this.
        Assert.DoesNotContain("an example:", result.Error, StringComparison.Ordinal);
        Assert.NotEqual("", result.Output + result.Error);
    }

    // "si" is the documents' short name of the program.
    [GeneratedRegex(@"^si (?<line>[a-z].*)$|`si (?<line>[^`\n]+)`", RegexOptions.Multiline)]
    private static partial Regex Line();
}
