using SalesIntel.EndToEnd.Tests.Architecture;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>The documents of the repository.</summary>
internal static class Documents
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Packages.SourceRoot, ".."));

    /// <summary>Every Markdown file, by its path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(new[] { "docs", "src", "samples", "tests" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A document's text, with line feeds alone.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n");
}
