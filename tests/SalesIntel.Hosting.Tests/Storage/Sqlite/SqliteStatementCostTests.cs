using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>How many statements an event costs, as SQLite counts them: running them is most of what the store takes of the processor.</summary>
public sealed class SqliteStatementCostTests : IAsyncDisposable
{
    // Begin, version of the tables, clock, commit.
    private const int OfTransaction = 4;

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task Booking_from_its_acceptance_to_its_end_runs_no_statement_more_than_it_needs()
    {
        // The clock in the file is kept once a second; here that is never.
        var store = folder.Open(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        await RunAsync(store, "first");
        var (written, read) = await RunsAsync(store);
        await RunAsync(store, "second");
        var (writtenThen, readThen) = await RunsAsync(store);

        const int Transactions = 1 + 3 + 6;
        const int Acceptance = 5;
        const int Claims = 3 * 3;
        const int EventsAndLeads = 6 + 6;
        const int LanesLeft = 3 * 2;
        const int LanesEntered = 2;
        const int FactsReferencesLedgerHour = 2 + 2 + 5 + 1;
        const int OfTheCountItself = OfTransaction + 1;
        Assert.Equal(
            (Transactions * OfTransaction) + Acceptance + Claims + EventsAndLeads + LanesLeft + LanesEntered + FactsReferencesLedgerHour
            + OfTheCountItself,
            writtenThen - written);

        // Begin, commit; the event, its body, its ledger.
        const int Events = 3 * 5;
        Assert.Equal(Events, readThen - read);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static async Task<(long Written, long Read)> RunsAsync(SqliteStore store) =>
        (await store.Writer.WriteAsync(scope => scope.Session.Runs, default), await store.Readers.ReadAsync(session => session.Runs, default, isOneStatement: true));

    // The commits that the stages make.
    private static async Task RunAsync(SqliteStore store, string number)
    {
        var lead = LeadKey.FromEmail($"{number}@lovelace.example");
        var update = new LeadUpdate { Key = lead, Email = lead.Value };
        await store.AcceptAsync(Event(number, lead.Value), default);
        await CommitAsync(
            store,
            Entry(new NextStep.Continue(), update, "intent"),
            Entry(new NextStep.MoveTo(Lane.Extraction(lead), Stage.Extract, lead), update with { Facts = [Booked(number, DateTimeOffset.UnixEpoch)] }, "facts"));
        await CommitAsync(
            store,
            Entry(new NextStep.MoveTo(Lane.Lead(lead), Stage.Deliver, lead), update with { Facts = [Booked($"{number}b", DateTimeOffset.UnixEpoch) with { Moves = false }] }, "extraction"));
        await CommitAsync(
            store,
            Entry(new NextStep.Continue(), update),
            Entry(new NextStep.Continue(), update with { References = new Dictionary<string, string> { ["note"] = "?" } }, "note"),
            Entry(new NextStep.Finish(EventStatus.Processed), update with { References = new Dictionary<string, string> { ["note"] = "4" } }, "note"));
    }

    private static EventCommit Entry(NextStep next, LeadUpdate lead, params string[] effects) => new()
    {
        Next = next,
        Lead = lead,
        Ledger = effects.ToDictionary(effect => effect, _ => new LedgerEntry(LedgerState.Done, DateTimeOffset.UnixEpoch, "", "")),
    };

    private static async Task CommitAsync(SqliteStore store, params EventCommit[] commits)
    {
        var held = (await store.ClaimOneAsync(Lease, default))!;
        foreach (var commit in commits)
        {
            Assert.True(await store.CommitAsync(held, commit, default));
        }
    }
}
