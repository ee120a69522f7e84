using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SalesIntel.Simulator;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>Bookings one at a time to a host that has nothing else to do: a store, the simulator without latency and the host, each
/// a process of its own (SQLite is in the host's).</summary>
internal static class LatencyCommand
{
    private const int WarmUp = 20;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Measures with one store and shows the result.</summary>
    /// <param name="store"><c>redis</c> (append-only file, fsync every second) or <c>sqlite</c> (a sync for each commit).</param>
    /// <param name="bookings">How many are measured, after those that warm up.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(string store, int bookings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var site = await MeasuredSite.StartAsync(store, cancellationToken);
        using var host = await site.StartHostAsync("all", cancellationToken);
        using var http = new HttpClient { BaseAddress = host.Url };
        var sent = await SendAsync(new BookingSender(http), bookings, cancellationToken);
        var times = await FindTimesAsync(site.Crm, sent, cancellationToken);
        var notIdle = times.Zip(sent.Skip(1), (before, next) => next.SentAt < before.DoneAt).Skip(WarmUp - 1).Count(late => late);
        LatencyReport.Write(output, store, [.. times.Skip(WarmUp)], notIdle);
    }

    private static async Task<IReadOnlyList<SentBooking>> SendAsync(BookingSender sender, int bookings, CancellationToken cancellationToken)
    {
        List<SentBooking> sent = [];
        using var pace = new PeriodicTimer(Pace);
        for (var number = 1; number <= WarmUp + bookings; number++)
        {
            sent.Add(await sender.SendAsync(number, cancellationToken));
            await pace.WaitForNextTickAsync(cancellationToken);
        }

        return sent;
    }

    // All at the end: a question in between would disturb what is measured.
    private static async Task<IReadOnlyList<BookingTimes>> FindTimesAsync(
        HttpClient crm, IReadOnlyList<SentBooking> sent, CancellationToken cancellationToken)
    {
        var wait = string.Create(CultureInfo.InvariantCulture, $"_wait?notes={sent.Count}&timeoutSeconds=30");
        using var reached = await crm.GetAsync(wait, cancellationToken);
        reached.EnsureSuccessStatusCode();
        var writes = await crm.GetFromJsonAsync<IReadOnlyList<ZohoWrite>>("_events", Web, cancellationToken) ?? [];
        var ofLead = writes.ToLookup(write => write.LeadEmail, StringComparer.Ordinal);
        return [.. sent.Select(booking => BookingTimes.Of(booking, ofLead[booking.Email]))];
    }
}
