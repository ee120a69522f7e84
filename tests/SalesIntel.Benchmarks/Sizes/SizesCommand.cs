using System.Diagnostics;
using System.Globalization;
using SalesIntel.Benchmarks.Latency;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Demo;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Benchmarks.Sizes;

/// <summary>What a large SQLite file costs: pages of lists, one event, the start and the memory of a host, and how much retention disturbs
/// what is accepted meanwhile.</summary>
internal sealed class SizesCommand(int events, TextWriter output)
{
    private const int Repeats = 20;

    private static readonly TimeSpan Disturbed = TimeSpan.FromSeconds(30);

    private int added;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("salesintel-sizes-");
        try
        {
            var file = new FilledFile(Path.Combine(folder.FullName, "data"), events);
            var filling = Stopwatch.GetTimestamp();
            await file.FillAsync(cancellationToken);
            var bytes = new FileInfo(Path.Combine(folder.FullName, "data", SqliteStoreOptions.FileName)).Length;
            Say($"{events} events, {bytes / 1048576.0:0} MB, filled in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0} s");
            await StartAsync(folder.FullName, cancellationToken);
            await using (var store = file.Open())
            {
                await ListsAsync(file, store, cancellationToken);
            }

            await RetentionAsync(file, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
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
        var numbers = new Random(1);
        await MeasureAsync("one event, by its id", async () =>
            await store.GetAsync(file.EventId(numbers.Next(events)), cancellationToken) is null ? 0 : 1);

        Task PageAsync(string name, EventFilter filter) => MeasureAsync(name, async () =>
        {
            var rows = 0;
            await foreach (var _ in store.ListAsync(filter, cancellationToken))
            {
                rows++;
            }

            return rows;
        });
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
