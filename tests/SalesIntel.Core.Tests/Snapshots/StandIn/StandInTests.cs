using VerifyXunit;

namespace SalesIntel.Snapshots.StandIn;

/// <summary>What the stand-in for Verify.Xunit does beside comparing. With the package these are the package's tests.</summary>
public sealed class StandInTests : IDisposable
{
    private readonly TemporarySnapshots snapshots = new();

    public void Dispose() => snapshots.Dispose();

    [Fact]
    public async Task Missing_file_fails_and_leaves_what_was_received()
    {
        var message = await snapshots.FailAsync("first");

        Assert.Equal("first", snapshots.Read("received"));
        Assert.Contains("no verified file", message, StringComparison.Ordinal);
        Assert.Contains("./test.sh --accept", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_fails_and_names_both_files()
    {
        snapshots.Write("verified", "same\nold\n");

        var message = await snapshots.FailAsync("same\nnew\n");

        Assert.Equal("same\nnew\n", snapshots.Read("received"));
        Assert.Contains("StandIn.M.received.txt", message, StringComparison.Ordinal);
        Assert.Contains("StandIn.M.verified.txt", message, StringComparison.Ordinal);
        Assert.DoesNotContain(snapshots.Folder, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_removes_an_old_received_file()
    {
        snapshots.Write("verified", "same");
        snapshots.Write("received", "old");

        await snapshots.Verify("same");

        Assert.False(File.Exists(snapshots.PathOf("received")));
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\nb\n", "a\r\nb")]
    public async Task Line_ends_do_not_matter(string verified, string text)
    {
        snapshots.Write("verified", verified);
        await snapshots.Verify(text);
    }

    [Fact]
    public async Task Path_mapped_by_a_deterministic_build_is_found() =>
        await Verifier.Verify("found", sourceFile: "/_/tests/SalesIntel.Core.Tests/Snapshots/StandIn/StandInTests.cs");

    [Fact]
    public async Task Unknown_source_file_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Verifier.Verify("x", sourceFile: "/_/tests/None.cs"));

        Assert.Contains("None.cs", failure.Message, StringComparison.Ordinal);
    }
}
