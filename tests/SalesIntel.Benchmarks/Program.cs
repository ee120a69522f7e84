using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using SalesIntel.Benchmarks;
using SalesIntel.Benchmarks.Latency;
using SalesIntel.Benchmarks.Worker;

var store = new Option<string>("--store") { Description = "redis or sqlite; without it both.", DefaultValueFactory = _ => "both" };
store.AcceptOnlyFromAmong("redis", "sqlite", "both");
var bookings = new Option<int>("--bookings") { Description = "Bookings to measure, after those that warm up.", DefaultValueFactory = _ => 300 };
var latency = new Command("latency", "Measure real processes: from the answer of a booking's POST to the lead in the CRM.") { store, bookings };
latency.SetAction(async (parsed, cancellationToken) =>
{
    string[] stores = parsed.GetValue(store) is "both" ? ["redis", "sqlite"] : [parsed.GetValue(store)!];
    foreach (var name in stores)
    {
        await LatencyCommand.RunAsync(name, parsed.GetValue(bookings), Console.Out, cancellationToken);
    }
});

var many = new Option<int>("--bookings") { Description = "Bookings to measure, after those that warm up.", DefaultValueFactory = _ => 2000 };
var worker = new Command("worker", "Measure a worker process: processor time for each booking, and bookings per second.") { store, many };
worker.SetAction(async (parsed, cancellationToken) =>
{
    string[] stores = parsed.GetValue(store) is "both" ? ["redis", "embedded"] : [parsed.GetValue(store)!];
    foreach (var name in stores)
    {
        await WorkerCommand.RunAsync(name, parsed.GetValue(many), Console.Out, cancellationToken);
    }
});

// Without a command it is BenchmarkDotNet, whose own options (--filter and the like) these are then.
var root = new RootCommand("SalesIntel: ratios against a reference in the same run, latency, and the worker's load.") { latency, worker };
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction(_ =>
{
    string[] all = ["--filter", "*"];
    var reports = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "reports"));
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Fixtures).Assembly).Run(args.Length > 0 ? args : all, reports);
    return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
});
return await root.Parse(args).InvokeAsync();
