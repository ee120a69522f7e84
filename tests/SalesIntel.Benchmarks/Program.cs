using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using SalesIntel.Benchmarks;
using SalesIntel.Benchmarks.Batches;
using SalesIntel.Benchmarks.Extracting;
using SalesIntel.Benchmarks.Latency;
using SalesIntel.Benchmarks.Sizes;
using SalesIntel.Benchmarks.Throughput;
using SalesIntel.Benchmarks.Worker;
using SalesIntel.Hosting.Tests.Queueing.HandOvers;

var store = new Option<string>("--store") { Description = "redis or sqlite; without it both.", DefaultValueFactory = _ => "both" };
store.AcceptOnlyFromAmong("redis", "sqlite", "both");
var bookings = new Option<int>("--bookings") { Description = "Bookings to measure, after those that warm up.", DefaultValueFactory = _ => 300 };
var latency = new Command("latency", "Measure real processes: from the answer of a booking's POST to the lead in the CRM.") { store, bookings };
latency.SetAction(async (parsed, cancellationToken) =>
{
    foreach (var name in Stores(parsed))
    {
        await LatencyCommand.RunAsync(name, parsed.GetValue(bookings), Console.Out, cancellationToken);
    }
});

var events = new Option<int>("--events") { Description = "Events to accept and to finish.", DefaultValueFactory = _ => 30_000 };
var workers = new Option<int>("--workers") { Description = "Events worked on at the same time.", DefaultValueFactory = _ => 32 };
var inFlight = new Option<int>("--in-flight") { Description = "Acceptances at the same time.", DefaultValueFactory = _ => 64 };
var throughput = new Command("throughput", "Measure how many events a store accepts, and how many the pump takes and finishes.")
{
    store, events, workers, inFlight,
};
throughput.SetAction(async (parsed, cancellationToken) =>
{
    foreach (var name in Stores(parsed))
    {
        await using var measured = await MeasuredStore.StartAsync(name);
        await new ThroughputCommand(measured, parsed.GetValue(events), parsed.GetValue(workers), parsed.GetValue(inFlight), Console.Out)
            .RunAsync(cancellationToken);
    }
});

var handOvers = new Option<int>("--count") { Description = "How many hand-overs.", DefaultValueFactory = _ => 100_000 };
var handOver = new Command("hand-overs", "Send events from stage to stage through the pump; none may be lost, doubled or out of order.")
{
    store, handOvers, workers,
};
handOver.SetAction(async (parsed, _) =>
{
    var holds = true;
    foreach (var name in Stores(parsed))
    {
        await using var measured = await MeasuredStore.StartAsync(name);
        var plan = new HandOverPlan(events: 200, parsed.GetValue(handOvers));
        var result = await new HandOverRun(plan).RunAsync(measured.AddTo, parsed.GetValue(workers));
        Console.WriteLine(
            $"{name}: {result.HandOvers} hand-overs in {result.Took.TotalSeconds:0.0} s, {result.HandOvers / result.Took.TotalSeconds:0} a "
            + $"second, longest wait {result.LongestWait.TotalMilliseconds:0} ms, {result.Faults.Count} faults");
        foreach (var fault in result.Faults.Take(20))
        {
            Console.WriteLine($"  {fault}");
        }

        holds &= result.Faults.Count == 0;
    }

    return holds ? 0 : 1;
});

string[] Stores(ParseResult parsed) => parsed.GetValue(store) is "both" ? ["redis", "sqlite"] : [parsed.GetValue(store)!];

var many = new Option<int>("--bookings") { Description = "Bookings to measure, after those that warm up.", DefaultValueFactory = _ => 2000 };
var worker = new Command("worker", "Measure a worker process: processor time for each booking, and bookings per second.") { store, many };
worker.SetAction(async (parsed, cancellationToken) =>
{
    foreach (var name in Stores(parsed))
    {
        await WorkerCommand.RunAsync(name, parsed.GetValue(many), Console.Out, cancellationToken);
    }
});

var size = new Option<int>("--events") { Description = "Events in the file.", DefaultValueFactory = _ => 300_000 };
var folder = new Option<DirectoryInfo?>("--folder")
{
    Description = "Where the file is filled unless it is there, and left; without it a new one, which is removed.",
};
var parts = new Option<string[]>("--only") { Description = "What to measure.", DefaultValueFactory = _ => SizesCommand.Parts };
parts.AcceptOnlyFromAmong(SizesCommand.Parts);
var sizes = new Command("sizes", "Measure a large SQLite file: start, memory, lists, and how much retention disturbs.") { size, folder, parts };
sizes.SetAction((parsed, cancellationToken) =>
    new SizesCommand(parsed.GetValue(size), parsed.GetValue(folder), parsed.GetValue(parts)!, Console.Out).RunAsync(cancellationToken));

var burst = new Option<int>("--bookings") { Description = "Bookings at once, each of another person.", DefaultValueFactory = _ => 1000 };
var processes = new Option<int>("--processes") { Description = "Worker processes.", DefaultValueFactory = _ => 3 };
var atATime = new Option<int>("--workers") { Description = "Events that a process works on at a time; 0: its default.", DefaultValueFactory = _ => 0 };
var latencyOfCall = new Option<int>("--latency") { Description = "Milliseconds of a call.", DefaultValueFactory = _ => 50 };
var allowed = new Option<int>("--allowed") { Description = "Calls in flight that the CRM allows; 0: any number.", DefaultValueFactory = _ => 0 };
var queries = new Option<bool>("--queries") { Description = "The token may query." };
var kill = new Option<bool>("--kill") { Description = "Kill one of the processes in the middle." };
var batches = new Command("zoho-batches", "Measure how many calls a burst of bookings makes, over several processes.")
{
    burst, processes, atATime, latencyOfCall, allowed, queries, kill,
};
batches.SetAction((parsed, cancellationToken) => BatchesCommand.RunAsync(
    new BatchesPlan(
        parsed.GetValue(burst),
        parsed.GetValue(processes),
        parsed.GetValue(atATime),
        parsed.GetValue(latencyOfCall),
        parsed.GetValue(allowed),
        parsed.GetValue(queries),
        parsed.GetValue(kill)),
    Console.Out,
    cancellationToken));

var calls = new Option<int>("--calls") { Description = "Bookings to measure; of meetings a twentieth.", DefaultValueFactory = _ => 1000 };
var extraction = new Command("extraction", "Measure what one extraction costs: processor time and memory.") { calls };
extraction.SetAction((parsed, cancellationToken) => ExtractionCommand.RunAsync(parsed.GetValue(calls), Console.Out, cancellationToken));

// Without a command it is BenchmarkDotNet, whose own options (--filter and the like) these are then.
var root = new RootCommand("SalesIntel: ratios against a reference in the same run, latency, throughput and load.")
{
    latency, worker, extraction, throughput, handOver, sizes, batches,
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction(_ =>
{
    string[] all = ["--filter", "*"];
    var reports = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "reports"));
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Fixtures).Assembly).Run(args.Length > 0 ? args : all, reports);
    return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
});
return await root.Parse(args).InvokeAsync();
