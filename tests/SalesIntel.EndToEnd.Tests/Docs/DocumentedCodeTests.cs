using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Docs;

/// <summary>The code that the documents show is compiled: each block stands, line after line, in a file of the sources, the samples or the
/// tests. The blocks of the packages' READMEs are whole programs, which tests/SalesIntel.Consumer builds from the packages; other documents
/// may show a piece of those.</summary>
public sealed partial class DocumentedCodeTests
{
    private const string CSharp = "csharp";

    private static readonly string[] Languages = [CSharp, "bash", "json", "text"];

    private static readonly Lazy<IReadOnlyList<string>> Compiled = new(() =>
    [
        .. new[] { "src", "samples", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Documents.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => Trimmed(File.ReadAllText(file))),
        .. Documents.Names.Where(IsOfPackage).SelectMany(name => BlocksOf(name, CSharp)),
    ]);

    public static TheoryData<string> WithCode => [.. Documents.Names.Where(name => !IsOfPackage(name) && BlocksOf(name, CSharp).Length > 0)];

    public static TheoryData<string> WithBooking =>
        [.. Documents.Names.Where(name => BlocksOf(name, "json").Any(block => block.Contains("invitee.created", StringComparison.Ordinal)))];

    public static TheoryData<string> Names => [.. Documents.Names];

    [Theory]
    [MemberData(nameof(WithCode))]
    public void Block_of_code_stands_in_a_compiled_file(string document) => Assert.All(BlocksOf(document, CSharp), block => Assert.True(
        Compiled.Value.Any(file => $"\n{file}\n".Contains($"\n{block}\n", StringComparison.Ordinal)), $"Nowhere compiled:\n{block}"));

    // Else code could stand in a block that no test looks at.
    [Theory]
    [MemberData(nameof(Names))]
    public void Block_names_one_of_the_languages(string document) => Assert.All(
        Fence().Matches(Documents.Text(document)).Where((_, at) => at % 2 == 0),
        fence => Assert.Contains(fence.Groups["language"].Value, Languages));

    [Theory]
    [MemberData(nameof(WithBooking))]
    public void Booking_is_the_one_of_the_sample(string document)
    {
        var sample = Trimmed(File.ReadAllText(Path.Combine(Documents.Root, "samples", "FieldMappingSnapshots", "booking.json")));
        Assert.Contains(sample, BlocksOf(document, "json"));
    }

    private static bool IsOfPackage(string document) => document.StartsWith("src/", StringComparison.Ordinal);

    private static string[] BlocksOf(string document, string language) =>
        [.. Documents.Text(document).Split($"```{language}\n").Skip(1).Select(rest => Trimmed(rest.Split("\n```")[0]))];

    private static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("^ *```(?<language>.*)$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
