using System.Diagnostics;
using System.Globalization;
using SalesIntel.Benchmarks.Latency;

namespace SalesIntel.Benchmarks.Worker;

/// <summary>Many bookings at once for one worker process: a store, the simulator without latency, a host that receives (role api) and one that
/// works (role worker), each a process of its own, so that the worker's processor time is the work's alone.</summary>
internal static class WorkerCommand
{
    private const int WarmUp = 500;

    private const int InFlight = 16;

    // By then it has noticed that nothing comes any more.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <summary>Measures with one store and shows the result.</summary>
    /// <param name="store"><c>redis</c> or <c>sqlite</c>.</param>
    /// <param name="bookings">How many are measured, after those that warm up.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(string store, int bookings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var site = await MeasuredSite.StartAsync(store, cancellationToken);
        using var receiver = await site.StartHostAsync("api", cancellationToken);
        using var worker = await site.StartHostAsync("worker", cancellationToken);
        using var http = new HttpClient { BaseAddress = receiver.Url };
        var sender = new BookingSender(http);
        await SendAsync(sender, 1, WarmUp, cancellationToken);
        await DoneAsync(site.Crm, WarmUp, cancellationToken);

        var before = (Worker: worker.Used, Receiver: receiver.Used, Simulator: site.SimulatorUsed);
        var begun = Stopwatch.GetTimestamp();
        output.WriteLine($"{store}: worker {worker.Id}, measuring {bookings} bookings ...");
        await SendAsync(sender, WarmUp + 1, bookings, cancellationToken);
        var sent = Stopwatch.GetElapsedTime(begun);
        await DoneAsync(site.Crm, WarmUp + bookings, cancellationToken);
        var done = Stopwatch.GetElapsedTime(begun);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            Store: {store}. {bookings} bookings, accepted in {sent.TotalSeconds:0.0} s, all notes in the CRM after {done.TotalSeconds:0.0} s: {bookings / done.TotalSeconds:0} bookings/s.

            | process | processor ms per booking | resident MB at the end |
            |---|---|---|
            {Row("worker", before.Worker, worker.Used, bookings)}
            {Row("receiver", before.Receiver, receiver.Used, bookings)}
            {Row("simulator", before.Simulator, site.SimulatorUsed, bookings)}
            """));
        await Task.Delay(Idle, cancellationToken);
        var (atRest, ofReceiver) = (Megabytes(worker.Used.Memory), Megabytes(receiver.Used.Memory));
        output.WriteLine($"Resident after {Idle.TotalSeconds:0} idle seconds: worker {atRest} MB, receiver {ofReceiver} MB.");
    }

    private static Task SendAsync(BookingSender sender, int first, int count, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
        async (number, token) => await sender.SendAsync(number, token));

    private static async Task DoneAsync(HttpClient crm, int notes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = string.Create(CultureInfo.InvariantCulture, $"_wait?notes={notes}&timeoutSeconds=60");
            using var reached = await crm.GetAsync(wait, cancellationToken);
            if (reached.IsSuccessStatusCode)
            {
                return;
            }
        }
    }

    private static string Row(
        string name, (TimeSpan Processor, long Memory) before, (TimeSpan Processor, long Memory) after, int bookings) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(after.Processor - before.Processor).TotalMilliseconds / bookings:0.00} | {Megabytes(after.Memory)} |");

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture);
}
