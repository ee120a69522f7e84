using System.Text.RegularExpressions;

namespace SalesIntel.Zoho.Tests.Reference;

/// <summary><c>rows.md</c> says for each row of Zoho's reference which tests prove it; here it is held to that.</summary>
public sealed partial class ReferenceRowsTests
{
    private const string NotUsed = "not used: ";

    private static readonly Lazy<IReadOnlyList<(string Number, string Tests)>> Rows = new(() =>
        [.. Row().Matches(File.ReadAllText(Path.Combine(Folder(), "rows.md"))).Select(row => (row.Groups[1].Value, row.Groups[2].Value))]);

    // Class and method of each test of all projects.
    private static readonly Lazy<HashSet<string>> Tests = new(() => Directory
        .EnumerateFiles(Path.GetFullPath(Path.Combine(Folder(), "../..")), "*Tests.cs", SearchOption.AllDirectories)
        .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(method => $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}"))
        .ToHashSet(StringComparer.Ordinal));

    public static TheoryData<string> Numbers => [.. Rows.Value.Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Row_names_tests_that_exist_or_says_why_there_is_none(string number)
    {
        var row = Assert.Single(Rows.Value, row => row.Number == number);

        Assert.True(row.Tests.StartsWith(NotUsed, StringComparison.Ordinal) || Names(row.Tests).Length > 0, $"Row {number} has no test.");
        Assert.All(
            row.Tests.StartsWith(NotUsed, StringComparison.Ordinal) ? [] : Names(row.Tests),
            name => Assert.True(Tests.Value.Contains(name), $"Row {number} names {name}, which is no test."));
    }

    [Fact]
    public void Test_that_names_a_row_is_listed_with_it()
    {
        var listed = Rows.Value.ToDictionary(row => row.Number, row => Names(row.Tests));
        var named = Tests.Value.Select(test => (Test: test, Row: Named().Match(test))).Where(test => test.Row.Success).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.Contains(test.Test, listed[$"{test.Row.Groups[1].Value}.{test.Row.Groups[2].Value}"]));
    }

    private static string[] Names(string tests) => tests.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Folder()
    {
        const string Own = "tests/SalesIntel.Zoho.Tests/Reference";
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(above.FullName, Own)))
        {
            above = above.Parent ?? throw new InvalidOperationException("The tests were not started within the repository.");
        }

        return Path.Combine(above.FullName, Own);
    }

    [GeneratedRegex(@"^\| (\d+\.\d+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^    public (?:async )?(?:Task|void) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"\.Row_(\d+)_(\d+)_")]
    private static partial Regex Named();
}
