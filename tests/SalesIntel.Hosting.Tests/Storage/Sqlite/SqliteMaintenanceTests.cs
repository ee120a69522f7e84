using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Processes;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Check, backup, restore.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteMaintenanceTests : IAsyncDisposable
{
    private readonly SqliteFolder folder = new();

    private string Backup => Path.Combine(folder.Root, "backup.db");

    [Fact]
    public async Task Check_waits_for_whoever_holds_the_database_for_a_moment()
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        await folder.CloseAsync();
        Task<SqliteCheckReport> check;
        await using (var other = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version";
            await hold.ExecuteNonQueryAsync();
            check = folder.Maintain().CheckAsync(default);
            Assert.NotSame(check, await Task.WhenAny(check, Task.Delay(TimeSpan.FromMilliseconds(300))));
        }

        Assert.Empty((await check).Problems);
    }

    [Fact]
    public async Task Check_counts_and_finds_a_used_database_sound()
    {
        var store = folder.Open();
        await store.AcceptAsync(Event("a"), default);
        await store.AcceptAsync(Event("b", "bob@builder.example"), default);
        await store.AcceptAsync(Event("c") with { Status = EventStatus.Failed, Lane = null }, default);
        Assert.True(await store.CommitAsync((await store.ClaimOneAsync(Lease, default))!, Finish(), default));

        var report = await folder.Maintain().CheckAsync(default);
        Assert.Empty(report.Problems);
        Assert.Equal((folder.File, SqliteSchema.Current.Version), (report.Path, report.SchemaVersion));
        Assert.Equal(
            new Dictionary<EventStatus, long> { [EventStatus.Queued] = 1, [EventStatus.Processed] = 1, [EventStatus.Failed] = 1 },
            report.Events);
        Assert.Equal((1, 1, 0), (report.Lanes, report.AlertsPending, report.Leads));
        Assert.InRange(report.OldestDue!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.InRange(report.Bytes, 4_096, 1 << 20);
    }

    [Theory]
    [InlineData("DELETE FROM payload", "1 event has no payload")]
    [InlineData("DELETE FROM lane", "1 event waits in a lane that is not in the queue")]
    [InlineData("UPDATE event SET expires_at = 1", "1 event is in a lane although it has ended")]
    [InlineData("UPDATE event SET expires_at = 1, status = 'processed'", "1 lane is in the queue without an event")]
    [InlineData("UPDATE lane SET due_at = NULL", "1 lane does not say when it is due")]
    [InlineData("PRAGMA foreign_keys = 0; INSERT INTO payload (event, body) VALUES (7, x'00')", "1 row belongs to an event or a lead")]
    public async Task Check_tells_what_does_not_belong_together(string change, string problem)
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        Run(folder.File, change);
        Assert.StartsWith(problem, (await folder.Maintain().CheckAsync(default)).Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_an_older_version_is_checked_saved_and_restored_too()
    {
        var id = (await folder.Open().AcceptAsync(Event("a"), default)).EventId;
        await folder.CloseAsync();
        var steps = Enumerable.Range(1, SqliteSchema.Current.Version).Select(SqliteSchema.Current.Step);
        var next = new SqliteSchema([.. steps, "DROP TABLE meeting"]);
        var maintenance = folder.Maintain(options => options.Schema = next);
        var report = await maintenance.CheckAsync(default);
        Assert.Equal((SqliteSchema.Current.Version, 0, 0), (report.SchemaVersion, report.Problems.Count, report.Events.Count));
        Assert.Equal(1, (await maintenance.BackupAsync(Backup, default)).EventCount);
        await maintenance.RestoreAsync(Backup, overwrite: true, default);
        Assert.NotNull(await folder.Open(configure: options => options.Schema = next).GetAsync(id, default));
    }

    [Fact]
    public async Task Backup_while_another_process_writes_is_one_moment_and_only_for_the_owner()
    {
        await using var writer = ChildProcess.Start("accept", folder.File, "busy", "1000000");
        await writer.UntilAsync(lines => lines.Count > 50);
        var before = writer.Lines.Count;
        var receipt = await folder.Maintain().BackupAsync(Backup, default);
        await writer.UntilAsync(lines => lines.Count > before);
        await writer.KillAsync();

        Assert.Equal((Backup, new FileInfo(Backup).Length), (receipt.Path, receipt.Bytes));
        Assert.InRange(receipt.EventCount, before, writer.Lines.Count + 8);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        await using var copy = new SqliteFolder();
        await copy.Maintain().RestoreAsync(Backup, overwrite: false, default);
        var report = await copy.Maintain().CheckAsync(default);
        Assert.Empty(report.Problems);
        Assert.Equal(receipt.EventCount, report.Events[EventStatus.Queued]);
        Assert.Equal(2L, Run(copy.File, "PRAGMA auto_vacuum"));
        Assert.NotNull(await copy.Open().ClaimOneAsync(Lease, default));
    }

    [Fact]
    public async Task Backup_over_a_file_or_of_nothing_is_refused()
    {
        await Refused(folder.Maintain().BackupAsync(Backup, default), "There is no database");
        await Refused(folder.Maintain().CheckAsync(default), "There is no database");
        Assert.False(Directory.Exists(folder.Data));
        await folder.Open().OpenAsync(default);
        await File.WriteAllTextAsync(Backup, "mine");
        await Refused(folder.Maintain().BackupAsync(Backup, default), "exists already");
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => folder.Maintain().BackupAsync(Path.Combine(folder.Root, "no", "such", "folder"), default));
    }

    [Fact]
    public async Task Restore_puts_the_backup_in_the_place_of_all_that_came_after_it()
    {
        var store = folder.Open();
        var before = (await store.AcceptAsync(Event("before"), default)).EventId;
        await folder.Maintain().BackupAsync(Backup, default);
        var after = (await store.AcceptAsync(Event("after"), default)).EventId;
        await Refused(folder.Maintain().RestoreAsync(Backup, overwrite: false, default), "There is a database");
        await Refused(folder.Maintain().RestoreAsync(Backup, overwrite: true, default), "A process uses the database");
        Assert.NotNull(await store.GetAsync(after, default));
        await folder.CloseAsync();
        await folder.Maintain().RestoreAsync(Backup, overwrite: true, default);

        store = folder.Open();
        Assert.Equal(before, (await store.ClaimOneAsync(Lease, default))!.Event.EventId);
        Assert.Null(await store.GetAsync(after, default));
        Assert.True(File.Exists(Backup));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File));
    }

    [Fact]
    public async Task Restored_database_is_read_while_it_is_written_like_any_other()
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        await folder.Maintain().BackupAsync(Backup, default);
        await folder.CloseAsync();
        await folder.Maintain().RestoreAsync(Backup, overwrite: true, default);

        var store = folder.Open();
        await store.OpenAsync(default);
        Assert.Equal("wal", Run(folder.File, "PRAGMA journal_mode"));
        await using var reader = Connect(folder.File);
        reader.Run("BEGIN; SELECT count(*) FROM event");
        Assert.False((await store.AcceptAsync(Event("b"), default)).IsDuplicate);
        Assert.Equal(1L, reader.Run("SELECT count(*) FROM event"));
    }

    [Fact]
    public async Task Database_that_is_about_to_be_replaced_is_whole_without_its_log()
    {
        var acknowledged = 0;
        await using var killed = ChildProcess.Start("accept", folder.File, "a", "1000000");
        await killed.UntilAsync(lines => (acknowledged = lines.Count) > 20);
        await killed.KillAsync();
        var files = new SqliteFiles(folder.File);
        Assert.True(new FileInfo(files.WriteAheadLog).Length > 0);

        SqliteCopies.EmptyLog(folder.File);
        File.Delete(files.WriteAheadLog);
        File.Delete(files.SharedMemory);
        var report = await folder.Maintain().CheckAsync(default);
        Assert.InRange(report.Events[EventStatus.Queued], acknowledged, long.MaxValue);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Restore_does_not_take_the_log_of_the_old_database_for_the_new_one_s()
    {
        await folder.Open().AcceptAsync(Event("kept"), default);
        await folder.Maintain().BackupAsync(Backup, default);
        await folder.CloseAsync();

        // A killed process leaves its log behind.
        await using var killed = ChildProcess.Start("accept", folder.File, "lost", "1000000");
        await killed.UntilAsync(lines => lines.Count > 20);
        await killed.KillAsync();
        Assert.True(new FileInfo(folder.File + "-wal").Length > 0);
        await folder.Maintain().RestoreAsync(Backup, overwrite: true, default);
        var report = await folder.Maintain().CheckAsync(default);
        Assert.Equal(1, report.Events[EventStatus.Queued]);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Restore_of_what_is_no_sound_backup_is_refused_and_changes_nothing()
    {
        var id = (await folder.Open().AcceptAsync(Event("a"), default)).EventId;
        var newer = new SqliteSchema([.. Enumerable.Range(1, SqliteSchema.Current.Version).Select(SqliteSchema.Current.Step), ""]);
        await using var other = new SqliteFolder();
        await other.Open(configure: options => options.Schema = newer).AcceptAsync(Event("b"), default);
        await other.Maintain(options => options.Schema = newer).BackupAsync(Backup, default);
        await folder.CloseAsync();

        await Refused(Restore(Backup), "newer version of this program");
        await Refused(Restore(Path.Combine(folder.Root, "missing")), "There is no file");
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "text"), "text".PadRight(1_000));
        await Refused(Restore(Path.Combine(folder.Root, "text")), "is no SQLite database");
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "empty"), "");
        await Refused(Restore(Path.Combine(folder.Root, "empty")), "holds no database of this program");
        Run(Path.Combine(folder.Root, "theirs"), "CREATE TABLE theirs (a)");
        await Refused(Restore(Path.Combine(folder.Root, "theirs")), "belongs to another program");

        Assert.NotNull(await folder.Open().GetAsync(id, default));
        Assert.DoesNotContain(Directory.GetFiles(folder.Data), file => file.EndsWith("-restoring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Service_does_not_start_while_its_database_is_restored()
    {
        await folder.Open().OpenAsync(default);
        await folder.CloseAsync();
        using var restoring = new SqliteFiles(folder.File).TryOwn();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().OpenAsync(default));
        Assert.Contains("is being restored", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_can_be_cancelled_and_leaves_nothing_behind()
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.Maintain().CheckAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.Maintain().BackupAsync(Backup, cancelled));
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private Task Restore(string source) => folder.Maintain().RestoreAsync(source, overwrite: true, default);

    private static async Task Refused(Task work, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<InvalidOperationException>(() => work)).Message, StringComparison.Ordinal);
}
