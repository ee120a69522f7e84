using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Files of every version, and such that are none of ours.</summary>
public sealed class SqliteSchemaTests : IAsyncDisposable
{
    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task New_file_is_set_up_and_says_whose_it_is()
    {
        await folder.Open().OpenAsync(default);
        Assert.Equal((long)SqliteSchema.Current.Version, Run(folder.File, "PRAGMA user_version"));
        Assert.Equal(0x53494E54L, Run(folder.File, "PRAGMA application_id"));
        Assert.Equal("wal", Run(folder.File, "PRAGMA journal_mode"));
        Assert.Equal(2L, Run(folder.File, "PRAGMA auto_vacuum"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_that_was_only_begun_is_set_up(bool isDatabase)
    {
        Directory.CreateDirectory(folder.Data);
        if (isDatabase)
        {
            Run(folder.File, "PRAGMA journal_mode = WAL");
        }
        else
        {
            await File.WriteAllTextAsync(folder.File, "");
        }

        Assert.False((await folder.Open().AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Fact]
    public async Task Connections_sync_each_commit_and_keep_foreign_keys()
    {
        var store = folder.Open();
        Assert.Equal((2, 1), await store.Writer.WriteAsync(Pragmas, default));
        var fast = folder.Open(configure: options => options.SyncOnCommit = false);
        Assert.Equal((1, 1), await fast.Writer.WriteAsync(Pragmas, default));

        static (long, long) Pragmas(WriteScope scope) =>
            (scope.Session.Number("PRAGMA synchronous"), scope.Session.Number("PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task Older_file_is_brought_up_to_date_and_keeps_what_is_in_it()
    {
        var id = (await folder.Open().AcceptAsync(Event("a"), default)).EventId;
        await folder.CloseAsync();
        var next = folder.Open(configure: options => options.Schema = Next());
        Assert.Equal(EventStatus.Queued, (await next.GetAsync(id, default))!.Status);
        Assert.Equal((long)Next().Version, Run(folder.File, "PRAGMA user_version"));
        Assert.Equal(0L, Run(folder.File, "SELECT count(*) FROM added"));
    }

    [Fact]
    public async Task File_with_a_row_for_each_lane_gets_one_for_each_event_in_a_lane()
    {
        // Two events of a lane that is held, one of a lane that is due later, one of a lane that was lost, and one that has ended.
        Directory.CreateDirectory(folder.Data);
        Run(folder.File, string.Join(";", Enumerable.Range(1, 2).Select(SqliteSchema.Current.Step)));
        Run(folder.File, "PRAGMA application_id = 1397313108; PRAGMA user_version = 2; PRAGMA journal_mode = WAL");
        Run(folder.File, Stored(10, "a", "processing") + Stored(11, "a", "queued") + Stored(12, "b", "queued") + Stored(13, "c", "queued"));
        Run(folder.File, Stored(14, "a", "processed") + "UPDATE event SET expires_at = 9000000000000000 WHERE created_at = 14");
        Run(folder.File, "INSERT INTO lane (name, due_at, token) VALUES ('lead:a', 9000000000000000, 'mine'), ('lead:b', 5, NULL)");

        var store = folder.Open();
        await store.OpenAsync(default);
        Assert.Equal(
            "lead:a 10 9000000000000000 mine, lead:a 11 - -, lead:b 12 5 -, lead:c 13 13 -",
            Run(folder.File, "SELECT group_concat(name || ' ' || event || ' ' || ifnull(due_at, '-') || ' ' || ifnull(token, '-'), ', ') FROM lane"));
        await folder.CloseAsync();
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
        List<string> taken = [];
        store = folder.Open();
        while (await store.ClaimOneAsync(Lease, default) is { } held)
        {
            taken.Add(held.Event.EventId);
            Assert.True(await store.CommitAsync(held, Finish(), default));
        }

        Assert.Equal(["12", "13"], taken);

        List<string> found = [];
        await foreach (var one in store.ListAsync(new EventFilter { Lead = new LeadKey("a") }, default))
        {
            found.Add(one.EventId);
        }

        Assert.Equal(["14", "11", "10"], found);
        Assert.Equal(
            0L,
            Run(folder.File, "SELECT count(*) FROM sqlite_schema WHERE name IN ('event_by_status', 'event_by_source', 'event_in_lane')"));

        static string Stored(int at, string lead, string status) =>
            "INSERT INTO event (created_at, id, source, event_type, external_id, idempotency_key, revision, status, stage, lane, lead, updated_at) "
            + $"VALUES ({at}, '{at}', 's', 't', 'e', 'k{at}', 'r', '{status}', 'facts', 'lead:{lead}', '{lead}', {at}); "
            + $"INSERT INTO payload (event, body) VALUES ({at}, x'7b7d'); ";
    }

    [Fact]
    public async Task Newer_file_is_refused_and_stays_as_it_is()
    {
        await folder.Open(configure: options => options.Schema = Next()).OpenAsync(default);
        await folder.CloseAsync();
        var bytes = await File.ReadAllBytesAsync(folder.File);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().OpenAsync(default));
        Assert.Contains("newer version of this program", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"version {Next().Version}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.File));
    }

    [Fact]
    public async Task Process_whose_file_is_brought_up_to_date_by_a_newer_one_does_not_write_to_it_any_more()
    {
        var old = folder.Open();
        await old.AcceptAsync(Event("a"), default);
        var next = folder.Open(configure: options => options.Schema = Next());
        await next.AcceptAsync(Event("b"), default);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => old.AcceptAsync(Event("c"), default));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2L, Run(folder.File, "SELECT count(*) FROM event"));
    }

    [Fact]
    public async Task Upgrade_that_fails_changes_nothing()
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        await folder.CloseAsync();
        var broken = new SqliteSchema([.. Enumerable.Repeat("", SqliteSchema.Current.Version), "DROP TABLE meeting; DROP TABLE no_such"]);
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => folder.Open(configure: options => options.Schema = broken).OpenAsync(default));
        await folder.CloseAsync();

        Assert.Equal((long)SqliteSchema.Current.Version, Run(folder.File, "PRAGMA user_version"));
        Assert.Equal(0L, Run(folder.File, "SELECT count(*) FROM meeting"));
        Assert.True((await folder.Open().AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Fact]
    public async Task Whoever_comes_while_the_tables_are_brought_up_to_date_is_told_so()
    {
        await folder.Open().AcceptAsync(Event("a"), default);
        await folder.CloseAsync();
        const string Long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000000) SELECT count(*) FROM n";
        var slow = new SqliteSchema([.. Enumerable.Repeat("", SqliteSchema.Current.Version), Long]);
        var machine = new FakeTimeProvider();
        var store = folder.Open(configure: options => (options.Schema, options.Machine) = (slow, machine));
        var opening = store.OpenAsync(default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (CanWrite())
        {
            await Task.Delay(1, limit.Token);
        }

        var reading = store.GetStatusAsync(default);
        machine.Advance(TimeSpan.FromSeconds(10));
        foreach (var waiting in new[] { opening, reading })
        {
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);
            Assert.Contains("are being brought up to date", refused.Message, StringComparison.Ordinal);
        }

        bool CanWrite()
        {
            using var other = new SqliteSession(Connect(folder.File));
            if (!other.TryBeginWriting())
            {
                return false;
            }

            other.Execute("ROLLBACK");
            return true;
        }
    }

    [Fact]
    public async Task Eight_that_come_upon_a_missing_file_at_once_all_get_to_use_it()
    {
        // The moment in which one reads the file while another one sets it up is short.
        for (var round = 0; round < 100; round++)
        {
            await using var missing = new SqliteFolder();
            var stores = Enumerable.Range(0, 8).Select(_ => missing.Open()).ToList();
            var receipts = await Task.WhenAll(
                stores.Select((store, number) => Task.Run(() => store.AcceptAsync(Event($"{number}"), default))));
            Assert.All(receipts, receipt => Assert.False(receipt.IsDuplicate));
            Assert.Equal(8L, Run(missing.File, "SELECT count(*) FROM event"));
        }
    }

    [Fact]
    public async Task Database_of_another_program_is_refused_and_stays_as_it_is()
    {
        Directory.CreateDirectory(folder.Data);
        Run(folder.File, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().OpenAsync(default));
        Assert.Contains("belongs to another program", refused.Message, StringComparison.Ordinal);
        Assert.Equal("delete", Run(folder.File, "PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData("This is a letter.")]
    [InlineData("SQLite format 3\0 but nothing behind it")]
    public async Task File_that_is_no_database_is_refused_and_stays_as_it_is(string content)
    {
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(folder.File, content.PadRight(5_000, '.'));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().AcceptAsync(Event("a"), default));
        Assert.Contains("is no SQLite database", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Move it away", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(content, await File.ReadAllTextAsync(folder.File), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    // What the program may look like after one more change; the steps before it are not run again.
    private static SqliteSchema Next() =>
        new([
            .. Enumerable.Range(1, SqliteSchema.Current.Version).Select(SqliteSchema.Current.Step),
            "CREATE TABLE added (a INTEGER) STRICT",
        ]);
}
