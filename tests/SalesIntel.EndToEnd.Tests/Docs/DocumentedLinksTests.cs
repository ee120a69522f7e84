using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>Whoever follows a link within the repository finds something there.</summary>
public sealed partial class DocumentedLinksTests
{
    private const string Index = "docs/README.md";

    public static TheoryData<string> Names => [.. Documents.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Link_leads_to_a_file_and_to_a_heading(string document)
    {
        string[] dead = [.. LinksOf(document).Where(link => !Leads(document, link))];
        Assert.True(dead.Length == 0, $"{document} has links that lead nowhere: {string.Join(", ", dead)}");
    }

    [Fact]
    public void Index_names_every_document()
    {
        var named = LinksOf(Index).Select(link => Target(Index, link.Split('#')[0])).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Documents.Names
            .Where(name => name != Index && name.StartsWith("docs/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 1)
            .Where(name => !named.Contains(Path.Combine(Documents.Root, name))));
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

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex Punctuation();
}
