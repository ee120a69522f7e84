using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Outages;

/// <summary>Zoho answers 429 for a while under load: events wait and use up no retries, one alert says so and one that it is over.</summary>
internal static class RateLimit
{
    private const int PerSecond = 5;

    private static readonly TimeSpan AlertPatience = TimeSpan.FromSeconds(30);

    /// <summary>Runs it and tells what it showed; true when it is as promised.</summary>
    public static async Task<bool> RunAsync(TimeSpan limited, int workers, Action<string> tell, CancellationToken cancellationToken)
    {
        // Not one retry is allowed: an event that used one up would be a dead letter.
        var environment = new Dictionary<string, string?> { ["LOG_LEVEL"] = "WARNING", ["MAX_RETRIES"] = "0" };
        await using var site = await Site.StartAsync(StoreKind.Redis, workers, new SimulatorOptions(), environment, cancellationToken);
        var started = DateTimeOffset.UtcNow;
        site.Simulator.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Action = FaultAction.RateLimit, ForSeconds = limited.TotalSeconds,
        });
        var load = new LoadRun(site, PerSecond);
        await load.RunAsync(limited, cancellationToken);
        var ends = await new Epilogue(site).SettleAsync(load.Sender.Accepted, cancellationToken);
        await site.Simulator.WaitForAsync(crm => crm.SlackMessages.Count >= 2, AlertPatience, cancellationToken);

        var crm = site.Simulator.State;
        var done = (crm.Notes.Max(note => note.Created) - started - limited).TotalSeconds;
        var refused = site.Simulator.Faults.All[0].Hits;
        var attempts = ends.Values.Sum(end => end.Attempts);
        var open = ends.Values.Count(end => end.Status != "processed");
        tell($"Zoho answers 429 for {limited.TotalSeconds:0} s under {PerSecond} bookings/s, 1 api + {workers} worker, MAX_RETRIES=0:");
        tell($"- {load.Sent} bookings: {open} not processed, {attempts} retries used, last note {done:0.0} s after the end; {refused} calls were answered with 429");
        tell($"- {crm.Leads.Count} leads, {crm.Notes.Count} notes, {crm.SlackMessages.Count} messages in Slack:");
        foreach (var message in crm.SlackMessages)
        {
            tell($"  {message.Text}");
        }

        return open == 0 && attempts == 0 && crm.SlackMessages.Count == 2 && crm.Leads.Count == load.Sent && crm.Notes.Count == load.Sent;
    }
}
