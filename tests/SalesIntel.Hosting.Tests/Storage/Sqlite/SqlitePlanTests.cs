using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Every statement that the store runs finds its rows by an index.</summary>
public sealed class SqlitePlanTests : IAsyncDisposable
{
    // No table of ours, one row, or one for each lane, lock, provider or process.
    private static readonly string[] MayBeScanned = ["CONSTANT", "sqlite_master", "clock", "lane", "shared_lock", "circuit", "slot_holder"];

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task No_statement_goes_through_a_whole_table()
    {
        var store = folder.Open();
        await UseAsync(store);
        var statements = await store.Writer.WriteAsync(scope => scope.Session.Statements.ToHashSet(), default);
        statements.UnionWith(await store.Readers.ReadAsync(session => session.Statements.ToList(), default));
        string[] questions = [.. statements.Where(sql => sql.Split(' ')[0] is "SELECT" or "INSERT" or "UPDATE" or "DELETE")];
        Assert.True(questions.Length > 40, $"Only {questions.Length} statements were run.");
        Assert.Equal([], questions.SelectMany(sql => Plan(sql).Select(step => $"{step}: {sql}")).Where(IsScan));
    }

    [Theory]
    [InlineData(nameof(EventFilter.Lead), "event_by_lead")]
    [InlineData(nameof(EventFilter.ErrorClass), "event_by_error")]
    [InlineData(nameof(EventFilter.Status), "event_by_status")]
    [InlineData(nameof(EventFilter.EventType), "event_by_type")]
    [InlineData(nameof(EventFilter.Source), "event_by_source")]
    [InlineData(nameof(EventFilter.Since), "INTEGER PRIMARY KEY")]
    public async Task Condition_that_few_events_meet_is_the_one_that_is_looked_up(string rare, string index)
    {
        var store = folder.Open();
        for (var number = 0; number < 20; number++)
        {
            await store.AcceptAsync(
                Event($"{number}") with { Status = EventStatus.Failed, ErrorClass = "zoho/X", Lane = null, Source = "s", EventType = "t" },
                default);
        }

        var filter = new EventFilter
        {
            Status = rare == nameof(EventFilter.Status) ? EventStatus.Ignored : EventStatus.Failed,
            ErrorClass = rare == nameof(EventFilter.ErrorClass) ? "none" : "zoho",
            Lead = LeadKey.FromEmail(rare == nameof(EventFilter.Lead) ? "no@body.example" : "ada@lovelace.example"),
            EventType = rare == nameof(EventFilter.EventType) ? "none" : "t",
            Source = rare == nameof(EventFilter.Source) ? "none" : "s",
        };
        filter = rare == nameof(EventFilter.Since) ? new EventFilter { Since = DateTimeOffset.UtcNow } : filter;
        await foreach (var _ in store.ListAsync(filter, default))
        {
            Assert.Fail("Nothing meets the condition.");
        }

        var list = await store.Readers.ReadAsync(
            session => session.Statements.Single(sql => sql.StartsWith("SELECT created_at FROM", StringComparison.Ordinal)), default);
        Assert.Contains(
            Plan(list),
            step => step.StartsWith("SEARCH event", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static bool IsScan(string step) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal) && !MayBeScanned.Contains(step.Split(' ', ':')[1]);

    private IEnumerable<string> Plan(string sql)
    {
        using var connection = Connect(folder.File);
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        for (var number = 1; number <= 20; number++)
        {
            command.Parameters.AddWithValue($"?{number}", 1);
        }

        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetString(3);
        }
    }

    // Everything that the store can do, once.
    private static async Task UseAsync(SqliteStore store)
    {
        var now = DateTimeOffset.UtcNow;
        NextStep[] steps =
        [
            new NextStep.Continue(), new NextStep.Release(), new NextStep.RetryAt(now, true),
            new NextStep.MoveTo(Lane.Lead(Ada), Stage.Deliver, Ada), new NextStep.DeadLetter(),
            new NextStep.Finish(EventStatus.Processed, false),
        ];
        foreach (var step in steps)
        {
            var id = (await store.AcceptAsync(Event($"{step}", $"{step.GetType().Name}@lovelace.example"), default)).EventId;
            var held = (await store.ClaimOneAsync(Lease, default))!;
            await store.RenewAsync(held, Lease, default);
            await store.CommitAsync(held, Commit(step), default);
            await store.CommitAsync(held, Commit(new NextStep.Finish(EventStatus.Ignored, false)), default);
            await store.RequeueAsync(id, new RequeueRequest(held.Lane, Stage.Facts, Ada), default);
        }

        await store.AcceptAsync(Event("a") with { Status = EventStatus.Failed, Lane = null, Verified = false }, default);
        await store.ReplaceAsync(Event("a"), default);
        await store.MarkAlertSentAsync(Event("a").EventId, default);
        await store.ListPendingAlertsAsync(now.AddDays(1), 10, default);
        await store.GetStatusAsync(default);
        await store.FindEventIdAsync("a:b", default);
        await store.GetLeadAsync(Ada, default);
        await store.GetMeetingLeadAsync("m", default);
        await store.FindBookedLeadsAsync(now, now, 10, default);
        await store.FindAwaitingAsync(now, now, 10, default);
        await store.WaitForWorkAsync(TimeSpan.Zero, default);
        await store.OpenAsync("zoho", now, "503", default);
        await store.TryProbeAsync("zoho", Lease, default);
        await ((ICircuitStore)store).GetAsync("zoho", default);
        await store.CloseAsync("zoho", default);
        await store.SetAsync("k", "v", Lease, default);
        await ((ISharedState)store).GetAsync("k", default);
        await store.RemoveAsync("k", "v", default);
        await (await store.TryLockAsync("l", Lease, default))!.DisposeAsync();
        await store.RequestAsync(new SlotRequest { Name = "s", Holder = "p", Wanted = 1, Capacity = 1 }, default);
        await store.Retention.RunAsync(default);
        await foreach (var _ in store.ListAsync(new EventFilter { Until = now.AddDays(1) }, default))
        {
        }
    }

    private static LeadKey Ada => LeadKey.FromEmail("ada@lovelace.example");

    private static EventCommit Commit(NextStep step) => new()
    {
        Next = step,
        Ledger = new Dictionary<string, LedgerEntry> { ["facts"] = new(LedgerState.DryRun, DateTimeOffset.UnixEpoch) },
        Lead = new LeadUpdate
        {
            Key = Ada,
            Email = "ada@lovelace.example",
            Facts = [SqliteSamples.Booked("e", DateTimeOffset.UnixEpoch)],
            WithdrawnFacts = ["none"],
            References = new Dictionary<string, string> { ["note"] = "n" },
        },
        AssignMeeting = "m",
        AwaitsBookingsOf = DateTimeOffset.UnixEpoch,
    };
}
