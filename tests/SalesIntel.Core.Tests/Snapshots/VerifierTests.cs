using VerifyXunit;

namespace SalesIntel.Snapshots;

/// <summary>What snapshots rely on, whichever verifier reads them.</summary>
public sealed class VerifierTests
{
    [Fact]
    public async Task Text_equal_to_its_file_passes() => await Verifier.Verify("{ \"a\": 1 }", "json");

    [Theory]
    [InlineData("a/b", 7)]
    [InlineData("c", null)]
    public Task Arguments_are_part_of_the_file_name(string text, int? number) =>
        Verifier.Verify($"{text} {number}").UseParameters(text, number);
}
