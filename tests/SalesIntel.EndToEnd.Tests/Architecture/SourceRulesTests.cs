using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>What a file of src/ looks like.</summary>
public sealed partial class SourceRulesTests
{
    private const int MostLines = 300;

    private static readonly IReadOnlyList<string> Files = SourceFiles.All;

    [Fact]
    public void Source_of_all_packages_is_seen() => Assert.Equal(
        Packages.All.Keys.Order(StringComparer.Ordinal), Files.Select(file => file.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void File_has_at_most_300_lines() =>
        Assert.All(Files, file => Assert.InRange(SourceFiles.Lines(file).Length, 1, MostLines));

    [Fact]
    public void File_holds_one_type_that_it_is_named_after()
    {
        var wrong = Files.Where(file => SourceFiles.TypesOf(file) is not [var only]
            || !IsNamedAfter(Path.GetFileNameWithoutExtension(file), only));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespace_is_of_the_file_and_follows_the_folders()
    {
        var wrong = Files.Where(file => SourceFiles.NamespacesOf(file) is not [var only]
            || !only.EndsWith(';')
            || !IsNamespaceOf(only[..^1], file));

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("#region")]
    [InlineData("#pragma warning disable")]
    [InlineData("TODO")]
    [InlineData("FIXME")]
    public void File_is_finished(string mark) =>
        Assert.DoesNotContain(Files, file => SourceFiles.Lines(file).Any(line => line.Contains(mark, StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_caught_and_swallowed_without_a_word() => Assert.DoesNotContain(
        Files, file => EmptyCatch().IsMatch(File.ReadAllText(Path.Combine(Packages.SourceRoot, file))));

    // The names of a CRM are its adapter's. Two providers of mail are in a list of such.
    [Theory]
    [InlineData(@"zoho(?!(mail)?\.com"")")]
    [InlineData("ZCF_")]
    [InlineData(@"\bAPI names?\b")]
    [InlineData("picklist")]
    [InlineData("Lead_Status|First_Name|Last_Name|No_of_Employees|Lead_Source")]
    [InlineData(@"HH:mm:sszzz")]
    public void Core_speaks_no_word_of_Zoho(string word)
    {
        var pattern = new Regex(word, word.Contains("_Name", StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.IgnoreCase);
        var spoken = Files
            .Where(file => file.StartsWith("SalesIntel.Core/", StringComparison.Ordinal))
            .SelectMany(file => SourceFiles.Lines(file).Where(line => pattern.IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(spoken);
    }

    // Parts of a class are Name.Part.cs; of two types with one name and different arity the generic one is NameOf.cs.
    private static bool IsNamedAfter(string file, string type) => file == type || file.Split('.')[0] == type || file == type + "Of";

    // The core's root namespace is SalesIntel; extension classes are in the namespaces where a host looks for them. A room may be divided
    // into folders without dividing its namespace.
    private static bool IsNamespaceOf(string name, string file)
    {
        var folders = file.Split('/')[..^1];
        folders[0] = folders[0] == "SalesIntel.Core" ? "SalesIntel" : folders[0];
        var path = string.Join('.', folders);
        var room = string.Join('.', folders.Take(2));
        return name == path
            || ((name == room || name.StartsWith(room + '.', StringComparison.Ordinal)) && path.StartsWith(name + '.', StringComparison.Ordinal))
            || name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
