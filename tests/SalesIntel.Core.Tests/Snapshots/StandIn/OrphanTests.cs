using VerifyXunit;

namespace SalesIntel.Snapshots.StandIn;

public sealed class OrphanTests : IDisposable
{
    private readonly TemporarySnapshots snapshots = new();

    public void Dispose() => snapshots.Dispose();

    [Theory]
    [InlineData("VerifierTests.Text_equal_to_its_file_passes.verified.json")]
    [InlineData("VerifierTests.Arguments_are_part_of_the_file_name_text=a-b_number=7.verified.txt")]
    [InlineData("VerifierTests.Arguments_are_part_of_the_file_name_text=c.verified.txt")]
    public void Snapshot_of_a_test_has_its_test(string file) => Assert.Empty(WithoutTest(file));

    [Theory]
    [InlineData("VerifierTests.Text_of_before.verified.json", "no test")]
    [InlineData("GoneTests.Text_equal_to_its_file_passes.verified.json", "no test")]
    [InlineData("VerifierTests.Arguments_are_part_of_the_file_name_text=other_number=7.verified.txt", "no test")]
    [InlineData("VerifierTests.Dispose.verified.txt", "no test")]
    public void Snapshot_without_a_test_is_found(string file, string reason)
    {
        var orphan = Assert.Single(WithoutTest(file));

        Assert.StartsWith($"{file}: {reason}", orphan, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_that_was_left_behind_with_another_extension_is_found() => Assert.Equal(
        2,
        WithoutTest("VerifierTests.Text_equal_to_its_file_passes.verified.json", "VerifierTests.Text_equal_to_its_file_passes.verified.txt").Count);

    [Fact]
    public void Snapshot_of_a_class_that_verifies_nothing_is_found()
    {
        File.WriteAllText(Path.Combine(snapshots.Folder, "OrphanTests.cs"), "public sealed class OrphanTests;");

        Assert.Contains("verifies nothing", Assert.Single(WithoutTest("OrphanTests.Snapshot_of_a_class_that_verifies_nothing_is_found.verified.txt")), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> WithoutTest(params string[] files)
    {
        File.WriteAllText(Path.Combine(snapshots.Folder, "VerifierTests.cs"), "Verifier.Verify(text)");
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(snapshots.Folder, file), "");
        }

        return SnapshotFiles.WithoutTest(typeof(VerifierTests).Assembly, snapshots.Folder);
    }
}
