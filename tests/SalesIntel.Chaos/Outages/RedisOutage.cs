using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Outages;

/// <summary>Redis is gone for a while under load: intake says so, and what was accepted is in the CRM soon after the return.</summary>
internal static class RedisOutage
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);

    /// <summary>Runs it and tells what it showed; true when it is as promised.</summary>
    public static async Task<bool> RunAsync(TimeSpan away, int workers, Action<string> tell, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string?> { ["LOG_LEVEL"] = "WARNING" };
        await using var site = await Site.StartAsync(StoreKind.Redis, workers, new SimulatorOptions(), environment, cancellationToken);
        var load = new LoadRun(site, PerSecond);
        var sending = load.RunAsync(Margin + away + Margin, cancellationToken);

        await Task.Delay(Margin, cancellationToken);
        await site.Redis!.KillAsync();
        var accepted = load.Sender.Accepted.Count;
        await Task.Delay(away, cancellationToken);
        var (refused, unanswered) = (load.Sender.Refused, load.Sender.Unanswered);
        await site.Redis.StartAgainAsync();
        var returned = DateTimeOffset.UtcNow;

        await sending;
        var ends = await new Epilogue(site).SettleAsync(load.Sender.Accepted, cancellationToken);
        var crm = site.Simulator.State;
        var leads = crm.Leads.ToDictionary(lead => lead.Id, lead => lead["Email"]!, StringComparer.Ordinal);
        var early = Enumerable.Range(0, accepted).Select(LoadBook.Email).ToHashSet(StringComparer.Ordinal);
        var factsOfEarly = Since(returned, crm.Leads.Where(lead => early.Contains(lead["Email"]!)).Select(lead => lead.Created));
        var notesOfEarly = Since(returned, crm.Notes.Where(note => early.Contains(leads[note.ParentId])).Select(note => note.Created));
        var facts = Since(returned, crm.Leads.Select(lead => lead.Created));
        var notes = Since(returned, crm.Notes.Select(note => note.Created));
        var ended = site.Hosts.Count(host => host.HasExited);
        var open = ends.Values.Count(end => end.Status != "processed");

        tell($"Redis away for {away.TotalSeconds:0} s under {PerSecond} bookings/s, 1 api + {workers} worker:");
        tell($"- {refused} answers with 503 and {unanswered} without an answer while it was away; {accepted} bookings accepted before");
        tell($"- accepted before: last lead {factsOfEarly:0.0} s, last note {notesOfEarly:0.0} s after the return");
        tell($"- all {load.Sent}, those refused and sent again included: last lead {facts:0.0} s, last note {notes:0.0} s after the return");
        tell($"- {crm.Leads.Count} leads, {crm.Notes.Count} notes, {open} events not processed, {ended} processes ended");
        return refused > 0 && unanswered == 0 && ended == 0 && open == 0
            && crm.Leads.Count == load.Sent && crm.Notes.Count == load.Sent && notesOfEarly <= Promise.TotalSeconds;
    }

    private static double Since(DateTimeOffset start, IEnumerable<DateTimeOffset> times) => (times.Max() - start).TotalSeconds;
}
