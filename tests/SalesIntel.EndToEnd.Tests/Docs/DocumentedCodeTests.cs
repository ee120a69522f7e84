using SalesIntel.EndToEnd.Tests.Architecture;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>The code that the documents show is compiled: each block stands, line after line, in a file of the samples or the tests.</summary>
public sealed class DocumentedCodeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Packages.SourceRoot, ".."));

    private static readonly Lazy<IReadOnlyList<string>> Compiled = new(() =>
    [
        .. new[] { "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => string.Join('\n', LinesOf(File.ReadAllText(file)))),
    ]);

    public static TheoryData<string> Documents => ["getting-started.md", "recipes.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Block_of_code_stands_in_a_compiled_file(string document)
    {
        string[] blocks = [.. Text(document).Split("```csharp\n").Skip(1).Select(rest => string.Join('\n', LinesOf(rest.Split("```")[0])))];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(
            Compiled.Value.Any(file => $"\n{file}\n".Contains($"\n{block}\n", StringComparison.Ordinal)), $"Nowhere compiled:\n{block}"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_leads_to_a_file(string document) => Assert.All(
        Text(document).Split("](").Skip(1).Select(rest => rest.Split(')')[0]).Where(link => !link.Contains("://", StringComparison.Ordinal)),
        link => Assert.True(Path.Exists(Path.Combine(Root, "docs", link)), link));

    private static string Text(string document) => File.ReadAllText(Path.Combine(Root, "docs", document)).ReplaceLineEndings("\n");

    private static IEnumerable<string> LinesOf(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
