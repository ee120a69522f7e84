using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Storage.Contract;
using SQLitePCL;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>What a page of a list costs, counted in steps of SQLite's machine.</summary>
public sealed class SqliteListingCostTests : IAsyncDisposable
{
    private const int Few = 1_000;
    private const int Many = 5_000;

    private static readonly string?[] Sources = [null, "calendly", "readai", "none"];
    private static readonly string?[] Types = [null, "invitee.created", "meeting_end", "none"];
    private static readonly string?[] Errors = [null, "zoho", "zoho/INVALID", "event", "none"];
    private static readonly EventStatus?[] Statuses = [null, EventStatus.Ignored, EventStatus.Failed, EventStatus.Processed];

    private readonly SqliteFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Page_costs_the_same_however_many_events_there_are_even_when_its_conditions_contradict_each_other()
    {
        var store = folder.Open(time);
        await FillAsync(store, 0, Few);
        time.Advance(TimeSpan.FromSeconds(1));
        var middle = time.GetUtcNow();
        var filters = Filters(middle).ToList();
        var before = await StepsAsync(filters);
        await FillAsync(store, Few, Many);
        var after = await StepsAsync(filters);

        Assert.Contains(before, page => page is { Rows: 0 });
        Assert.Contains(before, page => page is { Rows: 100 });
        var dearest = before.Max(page => page.Steps);
        Assert.Equal([], filters.Zip(after).Where(page => page.Second.Steps > dearest + 100).Select(page => $"{page.Second.Steps}: {page.First}"));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    // Calendly has failed and ignored events, Read.ai too, but neither has the other's type.
    private static Task FillAsync(SqliteStore store, int from, int to) =>
        Task.WhenAll(Enumerable.Range(from, to - from).Select(number => store.AcceptAsync(
            SqliteSamples.Event($"{number}") with
            {
                Status = number % 4 < 2 ? EventStatus.Failed : EventStatus.Ignored,
                ErrorClass = (number % 8) switch { 0 => "zoho/INVALID", 1 => "zoho/OTHER", 4 => "event/unreadable", 5 => "gemini", _ => null },
                Source = number % 2 == 0 ? "calendly" : "readai",
                EventType = number % 2 == 0 ? "invitee.created" : "meeting_end",
                Lane = null,
            },
            default)));

    private static IEnumerable<EventFilter> Filters(DateTimeOffset middle) =>
        from status in Statuses
        from source in Sources
        from type in Types
        from error in Errors
        from since in new DateTimeOffset?[] { null, middle }
        from until in new DateTimeOffset?[] { null, middle }
        select new EventFilter { Status = status, Source = source, EventType = type, ErrorClass = error, Since = since, Until = until };

    private async Task<List<(int Rows, long Steps)>> StepsAsync(IEnumerable<EventFilter> filters)
    {
        await using var connection = SqliteSamples.Connect(folder.File);
        using var session = new SqliteSession(connection);
        var steps = 0L;
        raw.sqlite3_progress_handler(connection.Handle, 10, _ => { steps += 10; return 0; }, null);
        List<(int Rows, long Steps)> found = [];
        foreach (var filter in filters)
        {
            steps = 0;
            found.Add((new EventPages(filter).Next(session, time.GetUtcNow(), 100).Count, steps));
        }

        return found;
    }
}
