using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Nothing stays for ever, and its space is given back.</summary>
public sealed class SqliteRetentionTests : IAsyncDisposable
{
    private static readonly string[] Tables =
        ["event", "payload", "ledger", "idempotency", "lane", "lead", "fact", "crm_reference", "meeting", "booked_lead", "awaiting_event",
            "circuit", "shared_value", "shared_lock"];

    private readonly SqliteFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Everything_that_has_ended_is_removed_in_small_steps_and_the_file_shrinks()
    {
        const int Count = 300;
        var store = folder.Open(time);
        for (var number = 0; number < Count; number++)
        {
            await store.AcceptAsync(Event($"{number}", bytes: 20_000), default);
            Assert.True(await store.CommitAsync((await store.ClaimOneAsync(Lease, default))!, Commit(number), default));
        }

        await store.SetAsync("k", "v", Lease, default);
        await store.TryLockAsync("l", Lease, default);
        await store.OpenAsync("zoho", time.GetUtcNow() + Lease, "503", default);
        Assert.All(Tables.Except(["lane"]), table => Assert.NotEqual(0L, RowsOf(table)));
        var pages = (long)Run(folder.File, "PRAGMA page_count")!;
        await store.Retention.RunAsync(default);
        Assert.Equal((long)Count, RowsOf("event"));

        // Events first; what recognises repetitions stays for longer.
        time.Advance(TimeSpan.FromDays(31));
        var waiting = (await store.AcceptAsync(Event("waits"), default)).EventId;
        var before = store.Writer.Transactions;
        await store.Retention.RunAsync(default);
        Assert.True(store.Writer.Transactions - before > Count / 64, "The steps are to be small.");
        Assert.Equal((1L, 1L, 0L), (RowsOf("event"), RowsOf("payload"), RowsOf("ledger")));
        Assert.Equal(Count + 1L, RowsOf("idempotency"));
        Assert.Equal((1L, 0L), (RowsOf("lead"), RowsOf("shared_value")));
        await folder.CloseAsync();
        Assert.True((long)Run(folder.File, "PRAGMA page_count")! < pages / 3, "The file is to shrink.");
        Assert.True((long)Run(folder.File, "PRAGMA freelist_count")! <= 256);

        store = folder.Open(time);
        time.Advance(TimeSpan.FromDays(91));
        await store.Retention.RunAsync(default);
        Assert.NotNull(await store.GetAsync(waiting, default));
        Assert.All(Tables.Except(["event", "payload", "lane"]), table => Assert.Equal(0L, RowsOf(table)));
        Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
    }

    [Fact]
    public async Task After_each_step_others_have_the_disk_for_three_times_as_long()
    {
        const int Count = 300;
        var pauses = new ShortWaits();
        var store = folder.Open(time, options => options.Machine = pauses);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(number => store.AcceptAsync(
            Event($"{number}") with { Status = EventStatus.Ignored, Lane = null }, default)));
        time.Advance(TimeSpan.FromDays(31));
        var (before, begun) = (store.Writer.Transactions, pauses.GetTimestamp());
        await store.Retention.RunAsync(default);
        var took = pauses.GetElapsedTime(begun);

        var steps = (int)(store.Writer.Transactions - before);
        Assert.True(pauses.Seen.Count >= Count / 64, $"{steps} steps, {pauses.Seen.Count} pauses");
        Assert.InRange(pauses.Seen.Count, 1, steps);
        Assert.InRange(pauses.Seen.Sum(pause => pause.TotalMilliseconds), 1, 3 * took.TotalMilliseconds);
        Assert.Equal(0L, RowsOf("event"));
    }

    [Fact]
    public async Task Step_ends_in_time_however_much_belongs_to_what_it_removes()
    {
        const int Count = 40;
        var store = folder.Open(time, options => options.Machine = new SlowMachine());
        await store.AcceptAsync(Event("a"), default);
        var held = (await store.ClaimOneAsync(TimeSpan.FromDays(1), default))!;
        for (var number = 0; number < Count; number++)
        {
            var email = $"lead{number}@company.example";
            Assert.True(await store.CommitAsync(held, new EventCommit
            {
                Next = new NextStep.Continue(),
                Lead = new LeadUpdate { Key = LeadKey.FromEmail(email), Email = email, Facts = [Booked("a", time.GetUtcNow())] },
            }, default));
        }

        time.Advance(TimeSpan.FromDays(91));
        var before = store.Writer.Transactions;
        await store.Retention.RunAsync(default);
        Assert.Equal(0L, RowsOf("lead"));
        Assert.InRange(store.Writer.Transactions - before, Count / 2, long.MaxValue);
    }

    [Fact]
    public async Task Lead_that_is_written_to_again_is_kept_and_one_that_has_ended_begins_anew()
    {
        var store = folder.Open(time);
        await store.AcceptAsync(Event("a"), default);
        var held = (await store.ClaimOneAsync(Lease, default))!;
        Assert.True(await store.CommitAsync(held, Commit(1) with { Next = new NextStep.Continue() }, default));
        time.Advance(TimeSpan.FromDays(60));
        Assert.True(await store.CommitAsync(held, Commit(2) with { Next = new NextStep.Continue() }, default));
        time.Advance(TimeSpan.FromDays(60));
        await store.Retention.RunAsync(default);
        Assert.Equal(2, (await store.GetLeadAsync(Ada, default)).Facts.Count);

        // Without retention in between: what has ended is not mixed with what is new.
        time.Advance(TimeSpan.FromDays(60));
        Assert.Empty((await store.GetLeadAsync(Ada, default)).Facts);
        Assert.True(await store.CommitAsync(held, Commit(3) with { Next = new NextStep.Continue() }, default));
        Assert.Equal("inv-3", Assert.IsType<BookingSeen>(Assert.Single((await store.GetLeadAsync(Ada, default)).Facts)).Booking.InviteeId);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static LeadKey Ada => LeadKey.FromEmail("ada@lovelace.example");

    private long RowsOf(string table) => (long)Run(folder.File, $"SELECT count(*) FROM {table}")!;

    private EventCommit Commit(int number) => new()
    {
        Next = new NextStep.Finish(EventStatus.Processed, DryRun: false),
        Ledger = new Dictionary<string, LedgerEntry> { ["facts"] = new(LedgerState.Done, time.GetUtcNow()) },
        Lead = new LeadUpdate
        {
            Key = Ada,
            Email = "ada@lovelace.example",
            Facts = [Booked($"inv-{number}", time.GetUtcNow())],
            References = new Dictionary<string, string> { ["note"] = "n-1" },
        },
        AssignMeeting = "m-1",
        AwaitsBookingsOf = time.GetUtcNow(),
    };

    // Each look at the clock takes two milliseconds.
    private sealed class SlowMachine : TimeProvider
    {
        private long looks;

        public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Increment(ref looks) * TimestampFrequency / 500);
    }

    // The machine's time. Waits of less than a second are over at once; longer ones are limits.
    private sealed class ShortWaits : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Seen { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isShort = dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1);
            if (isShort)
            {
                Seen.Enqueue(dueTime);
            }

            return TimeProvider.System.CreateTimer(callback, state, isShort ? TimeSpan.Zero : dueTime, period);
        }
    }
}
