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
    [InlineData(nameof(EventFilter.ErrorClass), "event_by_kind")]
    [InlineData(nameof(EventFilter.Status), "event_by_kind")]
    [InlineData(nameof(EventFilter.EventType), "event_by_kind")]
    [InlineData(nameof(EventFilter.Source), "event_by_kind")]
    [InlineData(nameof(EventFilter.Since), "INTEGER PRIMARY KEY")]
    public async Task Events_that_meet_a_condition_are_found_in_its_index_from_the_newest_on(string condition, string index)
    {
        var store = folder.Open();
        var accepted = Event("a") with { Status = EventStatus.Failed, ErrorClass = "zoho/X", Lane = null, Source = "s", EventType = "t" };
        await store.AcceptAsync(accepted, default);
        var filter = condition switch
        {
            nameof(EventFilter.Lead) => new EventFilter { Lead = accepted.Lead },
            nameof(EventFilter.ErrorClass) => new EventFilter { ErrorClass = "zoho" },
            nameof(EventFilter.Status) => new EventFilter { Status = EventStatus.Failed },
            nameof(EventFilter.EventType) => new EventFilter { EventType = "t" },
            nameof(EventFilter.Source) => new EventFilter { Source = "s" },
            _ => new EventFilter { Since = DateTimeOffset.UnixEpoch },
        };
        var found = 0;
        await foreach (var _ in store.ListAsync(filter, default))
        {
            found++;
        }

        Assert.Equal(1, found);
        var list = await store.Readers.ReadAsync(
            session => session.Statements.Single(sql => sql.StartsWith("SELECT created_at FROM", StringComparison.Ordinal)), default);
        var plan = Plan(list).ToList();
        Assert.Contains(
            plan,
            step => step.StartsWith("SEARCH event", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal)
                && step.Contains("rowid<?", StringComparison.Ordinal));

        // Of a lead alone what stands in its lane is sorted.
        Assert.Equal(condition == nameof(EventFilter.Lead), plan.Contains("USE TEMP B-TREE FOR ORDER BY"));
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
        foreach (var filter in new EventFilter[]
            {
                new() { Until = now.AddDays(1) }, new() { Status = EventStatus.Queued }, new() { Source = "calendly" },
                new() { EventType = "invitee.created" }, new() { ErrorClass = "event" }, new() { Lead = Ada, Status = EventStatus.Failed },
            })
        {
            await foreach (var _ in store.ListAsync(filter, default))
            {
            }
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
