namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>The code that the documents show is compiled: each block stands, line after line, in a file of the samples or the tests.</summary>
public sealed class DocumentedCodeTests
{
    private static readonly Lazy<IReadOnlyList<string>> Compiled = new(() =>
    [
        .. new[] { "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Documents.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => string.Join('\n', LinesOf(File.ReadAllText(file)))),
    ]);

    public static TheoryData<string> Names => ["docs/getting-started.md", "docs/recipes.md"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Block_of_code_stands_in_a_compiled_file(string document)
    {
        string[] blocks = [.. Documents.Text(document).Split("```csharp\n").Skip(1).Select(rest => string.Join('\n', LinesOf(rest.Split("```")[0])))];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(
            Compiled.Value.Any(file => $"\n{file}\n".Contains($"\n{block}\n", StringComparison.Ordinal)), $"Nowhere compiled:\n{block}"));
    }

    private static IEnumerable<string> LinesOf(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
