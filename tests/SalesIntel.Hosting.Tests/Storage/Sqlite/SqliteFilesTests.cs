using System.Runtime.Versioning;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Processes;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Who may read the files, and files and folders that can't be used.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFilesTests : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Everybody =
        UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task Only_the_owner_may_read_what_is_created()
    {
        var store = folder.Open();
        await store.AcceptAsync(Event("a"), default);
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Data));
        var files = Directory.GetFiles(folder.Data);
        Assert.Contains(folder.File + "-wal", files);
        Assert.All(files, file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task File_that_others_may_read_is_closed_to_them()
    {
        await folder.Open().OpenAsync(default);
        await folder.CloseAsync();
        File.SetUnixFileMode(folder.File, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await folder.Open().OpenAsync(default);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(folder.File));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite, true)]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.StickyBit, false)]
    [InlineData(UnixFileMode.OtherRead, false)]
    public void Folder_in_which_others_may_replace_the_file_is_told_of(UnixFileMode more, bool isTold)
    {
        Directory.CreateDirectory(folder.Data);
        var files = new SqliteFiles(folder.File);
        files.Create();
        File.SetUnixFileMode(folder.Data, OwnerOnly | UnixFileMode.UserExecute | more);
        Assert.Equal(isTold, files.Protect()?.Contains("chmod 700", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("file", "is read-only for this user")]
    [InlineData("folder", "is not writable for this user")]
    [InlineData("nothing", "opened")]
    public async Task File_or_folder_that_may_not_be_written_is_refused_with_advice(string readOnly, string told)
    {
        await folder.Open().OpenAsync(default);
        await folder.CloseAsync();
        foreach (var file in Directory.GetFiles(folder.Data))
        {
            File.Delete(file + "-use");
        }

        // Root may write everything, so the one who tries is somebody else; what he is to read belongs to him.
        File.SetUnixFileMode(folder.Root, OwnerOnly | UnixFileMode.UserExecute | Everybody);
        Give(folder.Data, readOnly == "folder" ? "0555" : "0777");
        Give(folder.File, readOnly == "file" ? "0444" : "0666");
        await using var child = ChildProcess.StartWithoutPrivileges("open", folder.File);
        await child.ExitAsync();
        Assert.Contains(told, Assert.Single(child.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(folder.File);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().OpenAsync(default));
        Assert.Contains("is a folder. Set the name of a file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_in_the_place_of_the_folder_is_refused()
    {
        await File.WriteAllTextAsync(folder.Data, "");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().OpenAsync(default));
        Assert.Contains("is a file, and the database needs a folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_disappears_is_told_of_and_no_empty_one_takes_its_place()
    {
        var store = folder.Open();
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        var away = Directory.CreateDirectory(Path.Combine(folder.Root, "away")).FullName;
        foreach (var file in Directory.GetFiles(folder.Data))
        {
            File.Move(file, Path.Combine(away, Path.GetFileName(file)));
        }

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("b"), default));
        Assert.Contains("has disappeared while it was in use", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File));

        foreach (var file in Directory.GetFiles(away))
        {
            File.Move(file, Path.Combine(folder.Data, Path.GetFileName(file)), overwrite: true);
        }

        Assert.False((await store.AcceptAsync(Event("b"), default)).IsDuplicate);
        Assert.NotNull(await store.GetAsync(id, default));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    public async Task Loss_is_an_empty_file_that_has_had_tables(bool isUsed, bool isEmptied, bool isLost)
    {
        if (isUsed)
        {
            await folder.Open().OpenAsync(default);
            await folder.CloseAsync();
        }

        Directory.CreateDirectory(folder.Data);
        if (isEmptied)
        {
            File.WriteAllBytes(folder.File, []);
        }

        List<string> reported = [];
        var detector = new SqliteLossDetector(folder.Open());
        detector.LookBeforeOpening();
        await detector.LookAsync(
            (told, _) =>
            {
                reported.Add(told);
                return ValueTask.CompletedTask;
            },
            default);
        Assert.Equal(isLost ? 1 : 0, reported.Count);
    }

    [Fact]
    public async Task File_in_whose_place_another_was_put_is_not_written_any_more()
    {
        var store = folder.Open();
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        var (backup, former) = (Path.Combine(folder.Root, "backup.db"), Path.Combine(folder.Root, "former.db"));
        await folder.Maintain().BackupAsync(backup, default);
        File.Move(folder.File, former);
        File.Move(backup, folder.File);

        foreach (var use in new Func<Task>[] { () => store.AcceptAsync(Event("b"), default), () => store.GetAsync(id, default), () => store.GetStatusAsync(default) })
        {
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(use);
            Assert.Contains("Another file was put in the place of the database", refused.Message, StringComparison.Ordinal);
            Assert.Contains("store restore", refused.Message, StringComparison.Ordinal);
        }

        File.Move(former, folder.File, overwrite: true);
        Assert.False((await store.AcceptAsync(Event("b"), default)).IsDuplicate);
        Assert.NotNull(await store.GetAsync(id, default));
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
    }

    [Theory]
    [InlineData(DriveType.Network, "whatever", 1 << 30, "network file system (whatever)")]
    [InlineData(DriveType.Fixed, "nfs4", 1 << 30, "network file system (nfs4)")]
    [InlineData(DriveType.Unknown, "CIFS", 1 << 30, "network file system (CIFS)")]
    [InlineData(DriveType.Unknown, "9p", 1 << 30, "network file system (9p)")]
    [InlineData(DriveType.Fixed, "ext4", 5 << 20, "has 5 MiB left")]
    [InlineData(DriveType.Fixed, "ext4", 1 << 30, null)]
    [InlineData(DriveType.Ram, "tmpfs", 1 << 30, null)]
    [InlineData(DriveType.Fixed, "overlay", 1 << 30, null)]
    public void Disk_that_is_far_away_or_nearly_full_is_told_of(DriveType type, string format, long free, string? told)
    {
        var risks = SqliteVolume.FindRisks(folder.File, type, format, free);
        if (told is null)
        {
            Assert.Empty(risks);
        }
        else
        {
            Assert.Contains(told, Assert.Single(risks), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Disk_of_this_machine_is_recognised_as_local()
    {
        Directory.CreateDirectory(folder.Data);
        Assert.DoesNotContain(
            SqliteVolume.FindRisks(new SqliteFiles(folder.File)),
            risk => risk.Contains("network", StringComparison.Ordinal) || risk.Contains("could be learned", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static void Give(string path, string mode)
    {
        using var change = System.Diagnostics.Process.Start("chmod", [mode, path]);
        change.WaitForExit();
        Assert.Equal(0, change.ExitCode);
    }
}
