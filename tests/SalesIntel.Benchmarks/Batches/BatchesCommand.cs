using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SalesIntel.Benchmarks.Latency;

namespace SalesIntel.Benchmarks.Batches;

/// <summary>A burst of bookings for several worker processes on one Redis: how many calls the CRM gets, how many at a time, and whether all
/// that was to be written is there once.</summary>
internal static class BatchesCommand
{
    private const int WarmUp = 60;
    private const int InFlight = 32;

    /// <summary>Measures and shows the result.</summary>
    public static async Task RunAsync(BatchesPlan plan, TextWriter output, CancellationToken cancellationToken)
    {
        string[] simulator =
        [
            "--zoho-latency-ms", Text(plan.Latency),
            .. plan.Limit > 0 ? ["--zoho-concurrency", Text(plan.Limit)] : Array.Empty<string>(),
            .. plan.Queries ? Array.Empty<string>() : ["--missing-scopes", "ZohoCRM.coql.READ"],
        ];
        await using var site = await MeasuredSite.StartAsync("redis", cancellationToken, simulator);
        (string, string?)[] settings =
        [
            ("WORKERS", plan.Workers > 0 ? Text(plan.Workers) : null),
            ("ZOHO_MAX_CONCURRENCY", plan.Limit > 0 ? Text(plan.Limit) : null),
            ("SLACK_WEBHOOK_URL", new Uri(site.Crm.BaseAddress!, "slack/benchmark").AbsoluteUri),
        ];
        using var receiver = await site.StartHostAsync("api", cancellationToken, settings);
        var workers = await Task.WhenAll(Enumerable.Range(0, plan.Processes).Select(_ => site.StartHostAsync("worker", cancellationToken, settings)));
        try
        {
            using var http = new HttpClient { BaseAddress = receiver.Url };
            var sender = new BookingSender(http);
            await SendAsync(sender, 1, WarmUp, cancellationToken);
            await DoneAsync(site.Crm, WarmUp, cancellationToken);
            using (var _ = await site.Crm.DeleteAsync("_state", cancellationToken))
            {
            }

            var begun = Stopwatch.GetTimestamp();
            var killed = plan.Kill ? KillAsync(site.Crm, workers[0], plan.Bookings / 3, cancellationToken) : Task.CompletedTask;
            await SendAsync(sender, WarmUp + 1, plan.Bookings, cancellationToken);
            var accepted = Stopwatch.GetElapsedTime(begun);
            await killed;
            await DoneAsync(site.Crm, plan.Bookings, cancellationToken);
            var done = Stopwatch.GetElapsedTime(begun);
            output.WriteLine(Report(plan, JsonNode.Parse(await site.Crm.GetStringAsync("_state", cancellationToken))!, accepted, done));
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Dispose();
            }
        }
    }

    private static async Task KillAsync(HttpClient crm, ChildProcess worker, int afterNotes, CancellationToken cancellationToken)
    {
        await DoneAsync(crm, afterNotes, cancellationToken);
        worker.Dispose();
    }

    private static string Report(BatchesPlan plan, JsonNode state, TimeSpan accepted, TimeSpan done)
    {
        var requests = state["requests"]!.AsObject().Where(one => one.Key.StartsWith("zoho.", StringComparison.Ordinal) && one.Key != "zoho.fields")
            .ToDictionary(one => one.Key["zoho.".Length..], one => (int)one.Value!);
        var notes = state["notes"]!.AsArray().GroupBy(note => (string)note!["parentId"]!).ToList();
        var leads = state["leads"]!.AsArray().Count;
        var calls = requests.Values.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"""

            {plan}: accepted in {accepted.TotalSeconds:0.0} s, all notes after {done.TotalSeconds:0.0} s.

            | CRM calls | per booking | at a time | of them heavy | 429 | leads | notes | lost | doubled | Slack |
            |---|---|---|---|---|---|---|---|---|---|
            | {calls} | {(double)calls / plan.Bookings:0.000} | {state["zohoMaxInFlight"]} | {state["zohoMaxHeavyInFlight"]} | {state["zohoTooMany"]} | {leads} | {notes.Sum(one => one.Count())} | {plan.Bookings - notes.Count} | {leads - plan.Bookings + notes.Count(one => one.Count() > 1)} | {state["slack"]!.AsArray().Count} |

            {string.Join(", ", requests.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"))}
            """);
    }

    private static Task SendAsync(BookingSender sender, int first, int count, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
        async (number, token) => await sender.SendAsync(number, token));

    private static async Task DoneAsync(HttpClient crm, int notes, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var reached = await crm.GetAsync($"_wait?notes={Text(notes)}&timeoutSeconds=60", cancellationToken);
            if (reached.IsSuccessStatusCode)
            {
                return;
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
