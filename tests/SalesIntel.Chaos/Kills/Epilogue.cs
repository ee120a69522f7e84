using System.Diagnostics;
using System.Text.Json;
using SalesIntel.Chaos.Machines;

namespace SalesIntel.Chaos.Kills;

/// <summary>Waits until nothing is left to do and asks what became of each event.</summary>
internal sealed class Epilogue(Site site)
{
    // Without any change for so long, what is left will never be done.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Status by event id; <c>missing</c> for one that the store does not know.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SettleAsync(ICollection<string> events, CancellationToken cancellationToken)
    {
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        var changed = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var before = statuses.Count(IsEnded);
            foreach (var id in events.Where(id => !statuses.TryGetValue(id, out var status) || status is "queued" or "processing"))
            {
                statuses[id] = await StatusAsync(id, cancellationToken);
            }

            var ended = statuses.Count(IsEnded);
            changed = ended > before ? Stopwatch.GetTimestamp() : changed;
            if (ended == events.Count || Stopwatch.GetElapsedTime(changed) > Patience)
            {
                return statuses;
            }

            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static bool IsEnded(KeyValuePair<string, string> item) => item.Value is not ("queued" or "processing");

    private async Task<string> StatusAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await site.Http.GetAsync(new Uri(site.Receiver.Url, $"debug/events/{id}"), cancellationToken);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return "missing";
        }

        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return body.RootElement.GetProperty("status").GetString()!;
    }
}
