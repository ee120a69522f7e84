using System.Text;
using Microsoft.Data.Sqlite;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>A full disk, damaged pages, and what is said of each failure.</summary>
public sealed class SqliteFailureTests : IAsyncDisposable
{
    private readonly SqliteFolder folder = new();

    [Theory]
    [InlineData(13, "disk is full")]
    [InlineData(8, "read-only")]
    [InlineData(14, "folder exists")]
    [InlineData(3, "may not be used")]
    [InlineData(26, "no SQLite database")]
    [InlineData(11, "restore the last backup")]
    [InlineData(10, "Check whether it is full")]
    [InlineData(5, "another process")]
    [InlineData(15, "network file system")]
    [InlineData(7, "more memory")]
    public void Each_failure_is_explained_with_the_file_and_what_to_do(int code, string advice)
    {
        var explained = SqliteFailure.Explain(new SqliteException("SQLite says so", code), "/data/salesintel.db");
        Assert.Contains(advice, explained!.Message, StringComparison.Ordinal);
        Assert.StartsWith("The database /data/salesintel.db ", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_of_the_program_is_not_taken_for_an_outage()
    {
        Assert.Null(SqliteFailure.Explain(new SqliteException("UNIQUE constraint failed", 19), "f"));
        Assert.Null(SqliteFailure.Explain(new SqliteException("near \"SELCT\": syntax error", 1), "f"));
        Assert.Null(SqliteFailure.Explain(new InvalidOperationException(), "f"));
    }

    [Fact]
    public async Task Full_disk_refuses_what_does_not_fit_keeps_what_was_accepted_and_takes_more_when_there_is_room()
    {
        var store = folder.Open(configure: options => options.MostPages = 200);
        List<string> accepted = [];
        StoreUnavailableException? full = null;
        for (var number = 0; full is null; number++)
        {
            try
            {
                accepted.Add((await store.AcceptAsync(Event($"{number}", bytes: 20_000), default)).EventId);
            }
            catch (StoreUnavailableException exception)
            {
                full = exception;
            }
        }

        Assert.Contains("the disk is full", full.Message, StringComparison.Ordinal);
        Assert.Contains("Free space", full.Message, StringComparison.Ordinal);
        Assert.NotEmpty(accepted);

        // What runs already goes on, and makes room: nothing has to be started again.
        while (await store.ClaimOneAsync(Lease, default) is { } held)
        {
            Assert.True(await store.CommitAsync(held, SqliteSamples.Finish(), default));
        }

        Assert.Equal(accepted.Count, await CountAsync(store, EventStatus.Processed));
        Run(folder.File, $"PRAGMA foreign_keys = 1; DELETE FROM event WHERE id = '{accepted[0]}'");
        Assert.False((await store.AcceptAsync(Event("later", bytes: 20_000), default)).IsDuplicate);
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
    }

    [Fact]
    public async Task Damaged_payload_is_set_aside_and_told_of_and_the_others_go_on()
    {
        var store = folder.Open();
        var body = "begin".PadRight(20_000, 'x') + "middle".PadRight(20_000, 'x');
        var large = Event("damaged") with { Payload = Encoding.UTF8.GetBytes(body) };
        var damaged = (await store.AcceptAsync(large, default)).EventId;
        var next = (await store.AcceptAsync(Event("next"), default)).EventId;
        var other = (await store.AcceptAsync(Event("other", "bob@builder.example"), default)).EventId;
        await folder.CloseAsync();
        Damage("xxmiddlexx");

        store = folder.Open();
        List<string> run = [];
        while (await store.ClaimOneAsync(Lease, default) is { } held)
        {
            run.Add(held.Event.EventId);
            Assert.True(await store.CommitAsync(held, SqliteSamples.Finish(), default));
        }

        Assert.Equal(new[] { next, other }.Order(), run.Order());
        var stored = await store.GetAsync(damaged, default);
        Assert.Equal((EventStatus.Failed, "store/corrupt"), (stored!.Status, stored.ErrorClass));
        Assert.Contains("payload", stored.LastError, StringComparison.Ordinal);
        Assert.Equal(damaged, Assert.Single(await store.ListPendingAlertsAsync(DateTimeOffset.MaxValue.AddYears(-1), 10, default)).EventId);
        var problems = (await folder.Maintain().CheckAsync(default)).Problems;
        Assert.Contains(problems, problem => problem.Contains("The database is damaged", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Maintain().BackupAsync(Path.Combine(folder.Root, "b"), default));
        Assert.False(File.Exists(Path.Combine(folder.Root, "b.partial")));
    }

    [Fact]
    public async Task Unreadable_ledger_and_words_dead_letter_their_event()
    {
        var store = folder.Open();
        var ledger = (await store.AcceptAsync(Event("ledger"), default)).EventId;
        var stage = (await store.AcceptAsync(Event("stage"), default)).EventId;
        var sound = (await store.AcceptAsync(Event("sound"), default)).EventId;
        Run(folder.File, $"INSERT INTO ledger (event, effect, entry) SELECT created_at, 'crm', '{{' FROM event WHERE id = '{ledger}'");
        Run(folder.File, $"UPDATE event SET stage = '17' WHERE id = '{stage}'");

        Assert.Equal(sound, (await store.ClaimOneAsync(Lease, default))!.Event.EventId);
        Assert.Contains("ledger", (await store.GetAsync(ledger, default))!.LastError, StringComparison.Ordinal);
        Assert.Contains("stage", (await store.GetAsync(stage, default))!.LastError, StringComparison.Ordinal);
        Assert.Equal(2, (await store.GetStatusAsync(default)).DeadLetters);
    }

    [Fact]
    public async Task Claim_of_many_passes_over_what_is_broken_and_takes_the_others_in_the_same_call()
    {
        var store = folder.Open();
        List<string> accepted = [];
        for (var number = 0; number < 4; number++)
        {
            accepted.Add((await store.AcceptAsync(Event($"e{number}", $"invitee{number}@lovelace.example"), default)).EventId);
        }

        Run(folder.File, $"UPDATE event SET stage = '17' WHERE id = '{accepted[0]}'");
        Run(folder.File, $"DELETE FROM event WHERE id = '{accepted[1]}'");

        Assert.Equal(accepted[2..], (await store.ClaimAsync(4, Lease, default)).Select(held => held.Event.EventId));
        Assert.Equal((EventStatus.Failed, "store/corrupt"), ((await store.GetAsync(accepted[0], default))!.Status, (await store.GetAsync(accepted[0], default))!.ErrorClass));
        Assert.Empty(await store.ClaimAsync(4, Lease, default));
        Assert.Equal(2, (await store.GetStatusAsync(default)).LanesWaiting);
    }

    [Fact]
    public async Task Damaged_queue_is_unavailable_with_advice_and_whole_again_after_a_restore()
    {
        var backup = Path.Combine(folder.Root, "backup.db");
        var store = folder.Open();
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        await folder.Maintain().BackupAsync(backup, default);
        await folder.CloseAsync();
        Damage($"lead:{Event("a").Lead}", all: true);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => folder.Open().ClaimOneAsync(Lease, default));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty((await folder.Maintain().CheckAsync(default)).Problems);
        await folder.CloseAsync();
        await folder.Maintain().RestoreAsync(backup, overwrite: true, default);
        Assert.Equal(id, (await folder.Open().ClaimOneAsync(Lease, default))!.Event.EventId);
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static async Task<int> CountAsync(SqliteStore store, EventStatus status)
    {
        var count = 0;
        await foreach (var _ in store.ListAsync(new EventFilter { Status = status, Limit = int.MaxValue }, default))
        {
            count++;
        }

        return count;
    }

    // Writes over the pages on which a text stands: the first, or all.
    private void Damage(string text, bool all = false)
    {
        const int PageSize = 4_096;
        var bytes = File.ReadAllBytes(folder.File);
        var wanted = Encoding.UTF8.GetBytes(text);
        var from = bytes.AsSpan().IndexOf(wanted);
        Assert.True(from > 0, "The text is not in the file.");
        do
        {
            bytes.AsSpan(from / PageSize * PageSize, PageSize).Fill(0xA5);
            from = bytes.AsSpan().IndexOf(wanted);
        }
        while (all && from > 0);
        File.WriteAllBytes(folder.File, bytes);
    }
}
