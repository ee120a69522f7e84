using System.Diagnostics;
using System.Globalization;
using SalesIntel.Benchmarks.Latency;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Demo;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Benchmarks.Sizes;

/// <summary>What a large SQLite file costs: pages of lists, one event, the start and the memory of a host, and how much retention disturbs
/// what is accepted meanwhile.</summary>
/// <param name="events">Events in the file.</param>
/// <param name="existing">A folder whose <c>data</c> is filled unless it was before, and left; null: a new one, which is removed.</param>
/// <param name="parts">What is measured: <c>start</c>, <c>lists</c>, <c>retention</c>.</param>
/// <param name="output">Where the result goes.</param>
internal sealed class SizesCommand(int events, DirectoryInfo? existing, IReadOnlyCollection<string> parts, TextWriter output)
{
    /// <summary>All that can be measured, in this order.</summary>
    public static readonly string[] Parts = ["start", "lists", "retention"];

    private const int Repeats = 20;

    private static readonly TimeSpan Disturbed = TimeSpan.FromSeconds(30);

    private int added;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = existing ?? Directory.CreateTempSubdirectory("salesintel-sizes-");
        try
        {
            await MeasureAsync(folder, cancellationToken);
        }
        finally
        {
            if (existing is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private async Task MeasureAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = new FilledFile(Path.Combine(folder.FullName, "data"), events);
        var database = new FileInfo(Path.Combine(folder.FullName, "data", SqliteStoreOptions.FileName));
        if (!database.Exists)
        {
            var filling = Stopwatch.GetTimestamp();
            await file.FillAsync(cancellationToken);
            Say($"filled in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0} s");
        }

        database.Refresh();
        Say($"{events} events, {database.Length / 1048576.0:0} MB");
        if (parts.Contains("start"))
        {
            await StartAsync(folder.FullName, cancellationToken);
        }

        if (parts.Contains("lists"))
        {
            await using var store = file.Open();
            await ListsAsync(file, store, cancellationToken);
        }

        if (parts.Contains("retention"))
        {
            await RetentionAsync(file, cancellationToken);
        }
    }

    private async Task StartAsync(string folder, CancellationToken cancellationToken)
    {
        for (var start = 1; start <= 3; start++)
        {
            // The providers are away; nothing is asked of them.
            var variables = DemoCommand.Variables(new Uri("http://127.0.0.1:9/"), Path.Combine(folder, "data"));
            (variables["SALESINTEL_ROLE"], variables["LOG_LEVEL"]) = ("all", "INFO");
            var begun = Stopwatch.GetTimestamp();
            using var host = await ChildProcess.StartAsync("SalesIntel.SampleHost", folder, variables, [], cancellationToken);
            using var http = new HttpClient { BaseAddress = host.Url };
            using var healthy = await http.GetAsync("healthz", cancellationToken);
            healthy.EnsureSuccessStatusCode();
            var ready = Stopwatch.GetElapsedTime(begun);
            await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
            Say($"start to ready: {ready.TotalMilliseconds:0} ms; resident after 5 idle seconds: {host.Used.Memory / 1048576.0:0} MB");
        }
    }

    private async Task ListsAsync(FilledFile file, SqliteStore store, CancellationToken cancellationToken)
    {
        Say($"\n| page of 100 | rows | median ms | max ms |\n|---|---|---|---|");
        var middle = DateTimeOffset.UtcNow - TimeSpan.FromSeconds(30);
        await PageAsync("all, newest", new EventFilter());
        await PageAsync("failed", new EventFilter { Status = EventStatus.Failed });
        await PageAsync("failed with a rare error (a replay's selection)", new EventFilter { Status = EventStatus.Failed, ErrorClass = FilledFile.RareError });
        await PageAsync("a source's ignored ones", new EventFilter { Source = "readai", Status = EventStatus.Ignored });
        await PageAsync("a type, until a moment", new EventFilter { EventType = "meeting_end", Until = middle });
        await PageAsync("a lead", new EventFilter { Lead = FilledFile.Lead(events / 2) });
        await PageAsync("processed with an error (none)", new EventFilter { Status = EventStatus.Processed, ErrorClass = "event" });
        await PageAsync("a source with another's type (none)", new EventFilter { Source = "calendly", EventType = "meeting_end" });
        await PageAsync("a lead's failed ones of another's type (none)", new EventFilter
        {
            Lead = FilledFile.Lead(events / 2), Status = EventStatus.Failed, EventType = "meeting_end", Source = "calendly",
        });
        await PageAsync("an error that nothing has, until a moment (none)", new EventFilter { ErrorClass = "no/such", Until = middle });
        await EachCombinationAsync(store, middle, cancellationToken);
        var numbers = new Random(1);
        await MeasureAsync("one event, by its id", async () =>
            await store.GetAsync(file.EventId(numbers.Next(events)), cancellationToken) is null ? 0 : 1);

        Task PageAsync(string name, EventFilter filter) =>
            MeasureAsync(name, async () => await store.ListAsync(filter, cancellationToken).CountAsync(cancellationToken));
    }

    private async Task EachCombinationAsync(SqliteStore store, DateTimeOffset middle, CancellationToken cancellationToken)
    {
        var filters =
            from status in new EventStatus?[] { null, EventStatus.Queued, EventStatus.Processed, EventStatus.Ignored, EventStatus.Failed }
            from source in new[] { null, "calendly", "readai", "none" }
            from type in new[] { null, "invitee.created", "meeting_end", "none" }
            from error in new[] { null, "event", FilledFile.RareError, "none" }
            from until in new DateTimeOffset?[] { null, middle }
            select new EventFilter { Status = status, Source = source, EventType = type, ErrorClass = error, Until = until };
        List<double> times = [];
        foreach (var filter in filters)
        {
            var begun = Stopwatch.GetTimestamp();
            await store.ListAsync(filter, cancellationToken).CountAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        Say($"| each of {times.Count} combinations of conditions, once | 0 to 100 | {times[times.Count / 2]:0.0} | {times[^1]:0.0} |");
    }

    private async Task MeasureAsync(string name, Func<Task<int>> read)
    {
        List<double> times = [];
        var rows = 0;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var begun = Stopwatch.GetTimestamp();
            rows = await read();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        Say($"| {name} | {rows} | {times.Order().ElementAt(Repeats / 2):0.0} | {times.Max():0.0} |");
    }

    private async Task RetentionAsync(FilledFile file, CancellationToken cancellationToken)
    {
        await using var store = file.Open(new LaterTime(TimeSpan.FromDays(200)));
        await store.OpenAsync(cancellationToken);
        Say($"\n| accepting one at a time | accepted | median ms | p99 ms | max ms |\n|---|---|---|---|---|");
        await AcceptAsync("alone", file, store, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var removing = store.Retention.RunAsync(limit.Token);
        await AcceptAsync("while retention removes everything", file, store, cancellationToken);
        Say($"retention had {(removing.IsCompleted ? "ended" : "not ended")} after {Disturbed.TotalSeconds:0} s");
        await limit.CancelAsync();
        await ((Task)removing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync(string name, FilledFile file, SqliteStore store, CancellationToken cancellationToken)
    {
        List<double> times = [];
        var all = Stopwatch.GetTimestamp();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Stopwatch.GetElapsedTime(all) < Disturbed && await pace.WaitForNextTickAsync(cancellationToken))
        {
            var begun = Stopwatch.GetTimestamp();
            await store.AcceptAsync(file.Event(events + added++), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        Say($"| {name} | {times.Count} | {times[times.Count / 2]:0.0} | {times[times.Count * 99 / 100]:0.0} | {times[^1]:0.0} |");
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
