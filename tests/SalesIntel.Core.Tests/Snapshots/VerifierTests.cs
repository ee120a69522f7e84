using System.Runtime.CompilerServices;
using VerifyTests;
using VerifyXunit;

namespace SalesIntel.Snapshots;

[UsesVerify]
public sealed class VerifierTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Text_equal_to_its_file_passes() => await Verifier.Verify("{ \"a\": 1 }", "json");

    [Fact]
    public Task Object_is_compared_as_indented_json() =>
        Verifier.Verify(new { Name = "Zoë <Łukasiewicz>", Items = new[] { 1, 2 } });

    [Theory]
    [InlineData("a/b", 7)]
    [InlineData("c", null)]
    public Task Arguments_are_part_of_the_file_name(string text, int? number) =>
        Verifier.Verify($"{text} {number}").UseParameters(text, number);

    [Fact]
    public async Task Missing_file_fails_and_leaves_what_was_received()
    {
        var failure = await Fail("first");

        Assert.Equal("first", Read("received"));
        Assert.Contains("no verified file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_fails_with_an_excerpt_and_names_both_files()
    {
        Write("verified", "same\nold\n");

        var failure = await Fail("same\nnew\n");

        Assert.Equal("same\nnew\n", Read("received"));
        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("- old", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ new", failure.Message, StringComparison.Ordinal);
        Assert.Contains("VerifierTests.M.received.txt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("VerifierTests.M.verified.txt", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_removes_an_old_received_file()
    {
        Write("verified", "same");
        Write("received", "old");

        await Run("same");

        Assert.False(File.Exists(PathOf("received")));
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\nb\n", "a\r\nb")]
    public async Task Line_ends_do_not_matter(string verified, string text)
    {
        Write("verified", verified);
        await Run(text);
    }

    [Fact]
    public async Task Path_mapped_by_a_deterministic_build_is_found() =>
        await Verifier.Verify(
            "found",
            sourceFile: "/_/tests/SalesIntel.Core.Tests/Snapshots/VerifierTests.cs");

    [Fact]
    public async Task Unknown_source_file_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            async () => await Verifier.Verify("x", sourceFile: "/_/tests/None.cs"));

        Assert.Contains("None.cs", failure.Message, StringComparison.Ordinal);
    }

    private SettingsTask Run(string text, [CallerFilePath] string sourceFile = "") =>
        Verifier.Verify(text, sourceFile: sourceFile).UseDirectory(folder).UseMethodName("M");

    private async Task<Exception> Fail(string text) =>
        await Assert.ThrowsAnyAsync<Exception>(async () => await Run(text));

    private string PathOf(string kind) => Path.Combine(folder, $"VerifierTests.M.{kind}.txt");

    private void Write(string kind, string text) => File.WriteAllText(PathOf(kind), text);

    private string Read(string kind) => File.ReadAllText(PathOf(kind));
}
