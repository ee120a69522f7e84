using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>Whoever looks a message up finds it: each line that the document quotes is one that the code prints. What varies is left out there
/// as an ellipsis.</summary>
public sealed partial class DocumentedMessagesTests
{
    private const string Document = "docs/troubleshooting.md";

    // Less tells nothing: " (" stands everywhere.
    private const int Shortest = 6;

    private static readonly Lazy<string> Source = new(() => string.Join('\n', new[] { "src", "samples" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Documents.Root, folder), "*.*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".lua" && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Select(file => Joint().Replace(File.ReadAllText(file), "").Replace("\\\"", "\"", StringComparison.Ordinal))));

    public static TheoryData<string> Messages => [.. Documents.Text(Document).Split('\n')
        .Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_stands_in_the_source(string message)
    {
        string[] parts = [.. message.Split('…').Select(part => part.Trim()).Where(part => part.Length >= Shortest)];
        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Contains(part, Source.Value, StringComparison.Ordinal));
    }

    // Two literals of one message on two lines.
    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex Joint();
}
