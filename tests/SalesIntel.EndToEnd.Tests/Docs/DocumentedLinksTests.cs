using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>Whoever follows a link within the repository finds something there.</summary>
public sealed partial class DocumentedLinksTests
{
    private const string Index = "docs/README.md";

    private static readonly Lazy<string[]> Files = new(() =>
    [
        .. new[] { "docs", "src", "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Documents.Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Documents.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj")),
    ]);

    public static TheoryData<string> Names => [.. Documents.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Link_leads_to_a_file_and_to_a_heading(string document)
    {
        string[] dead = [.. LinksOf(document).Where(link => !Leads(document, link))];
        Assert.True(dead.Length == 0, $"{document} has links that lead nowhere: {string.Join(", ", dead)}");
    }

    /// <summary>README's <em>How to</em> is followed by the paths that it names; a file that has moved is not found by them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Path_of_a_file_is_the_end_of_one_that_is_there(string document)
    {
        string[] dead = [.. Span().Matches(Documents.Text(document)).Select(span => span.Groups["path"].Value).Where(path => !Files.Value.Any(file => EndsWith(file, path)))];
        Assert.True(dead.Length == 0, $"{document} names files that are not there: {string.Join(", ", dead)}");

        static bool EndsWith(string file, string path) => $"/{file}".EndsWith($"/{path}", StringComparison.Ordinal);
    }

    [Fact]
    public void Index_names_every_document()
    {
        var named = LinksOf(Index).Select(link => Target(Index, link.Split('#')[0])).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(
            Documents.Names.Where(name => name != Index && name.StartsWith("docs/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 1),
            name => !named.Contains(Path.Combine(Documents.Root, name)));
    }

    private static IEnumerable<string> LinksOf(string document) =>
        Link().Matches(Code().Replace(Documents.Text(document), "")).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    private static bool Leads(string document, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? Path.Combine(Documents.Root, document) : Target(document, parts[0]);
        return target.StartsWith(Documents.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && Path.Exists(target)
            && (parts.Length == 1 || Anchors(target).Contains(parts[1], StringComparer.Ordinal));
    }

    private static string Target(string document, string link) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.Combine(Documents.Root, document))!, link));

    // As GitHub makes them: lower case, hyphens for spaces, without punctuation.
    private static IEnumerable<string> Anchors(string file) => Heading()
        .Matches(Code().Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), match => match.Value.Trim('`')))
        .Select(match => Punctuation().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    // Written as code, with a folder: what has none may be a file of the reader's.
    [GeneratedRegex(@"(?<!`)`(?:\./)?(?<path>[\w.-]+(?:/[\w.-]+)+\.(?:cs|csproj|json|lua|md|sh|sql|txt|yaml))`(?!`)")]
    private static partial Regex Span();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex Punctuation();
}
