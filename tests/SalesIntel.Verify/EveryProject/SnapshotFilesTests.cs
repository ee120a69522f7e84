using System.Runtime.CompilerServices;
using VerifyXunit;

namespace SalesIntel.Snapshots;

/// <summary>Compiled into each test project that has snapshots.</summary>
public sealed class SnapshotFilesTests
{
    [Fact]
    public void Every_snapshot_has_its_test()
    {
        var tests = typeof(SnapshotFilesTests).Assembly;

        Assert.Empty(SnapshotFiles.WithoutTest(tests, Path.Combine(TestsFolder(), tests.GetName().Name!)));
    }

    private static string TestsFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
