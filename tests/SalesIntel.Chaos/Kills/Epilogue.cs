using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SalesIntel.Chaos.Machines;

namespace SalesIntel.Chaos.Kills;

/// <summary>Waits until nothing is left to do and asks what became of each event.</summary>
internal sealed class Epilogue(Site site)
{
    // Without any change for so long, what is left will never be done.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How each event ended, by id.</summary>
    public async Task<IReadOnlyDictionary<string, EventEnd>> SettleAsync(ICollection<string> events, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<string, EventEnd>(StringComparer.Ordinal);
        var changed = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var before = ends.Values.Count(end => !end.IsOpen);
            foreach (var id in events.Where(id => !ends.TryGetValue(id, out var end) || end.IsOpen))
            {
                ends[id] = await EndAsync(id, cancellationToken);
            }

            var ended = ends.Values.Count(end => !end.IsOpen);
            changed = ended > before ? Stopwatch.GetTimestamp() : changed;
            if (ended == events.Count || Stopwatch.GetElapsedTime(changed) > Patience)
            {
                return ends;
            }

            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<EventEnd> EndAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await site.Http.GetAsync(new Uri(site.Receiver.Url, $"debug/events/{id}"), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return new EventEnd("missing", 0);
        }

        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return new EventEnd(body.RootElement.GetProperty("status").GetString()!, body.RootElement.GetProperty("attempts").GetInt32());
    }
}
