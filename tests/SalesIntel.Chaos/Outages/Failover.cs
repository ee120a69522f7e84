using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Outages;

/// <summary>The primary of a replicated Redis is cut off from its replicas and killed under load, again and again: Sentinel promotes a replica,
/// and what was answered with 200 is there.</summary>
internal static class Failover
{
    private const int PerSecond = 50;
    private const int Replicas = 2;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it and tells what it showed; true when it is as promised.</summary>
    /// <param name="kills">How often the primary is killed.</param>
    /// <param name="wait">How many replicas must have an event before its 200.</param>
    /// <param name="workers">Worker processes.</param>
    /// <param name="tell">Where it is told.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<bool> RunAsync(int kills, int wait, int workers, Action<string> tell, CancellationToken cancellationToken)
    {
        await using var sentinels = await RedisSentinels.StartAsync(Replicas, "", "--appendonly", "yes", "--appendfsync", "everysec");
        var environment = new Dictionary<string, string?>
        {
            ["LOG_LEVEL"] = "WARNING",
            ["REDIS_URL"] = sentinels.Url,
            ["REDIS_WAIT_REPLICAS"] = $"{wait}",
            ["LEASE_SECONDS"] = "10",
        };
        await using var site = await Site.StartAsync(StoreKind.Redis, workers, new SimulatorOptions(), environment, cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = new LoadRun(site, PerSecond);
        var sending = load.RunUntilAsync(over.Token, cancellationToken);
        List<double> gaps = [];
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(Calm, cancellationToken);
            gaps.Add(await FailOverAsync(sentinels, load.Sender, cancellationToken));
        }

        await over.CancelAsync();
        await sending;
        var ends = await new Epilogue(site).SettleAsync(load.Sender.Accepted, cancellationToken);
        var crm = site.Simulator.State;
        var missing = ends.Values.Count(end => end.Status == "missing");
        var open = ends.Values.Count(end => end.Status != "processed") - missing;
        var ended = site.Hosts.Count(host => host.HasExited);
        var unseen = load.Sent - crm.Leads.Count;

        tell($"Primary cut off for {Alone.TotalSeconds:0} s and killed, {kills} times, under {PerSecond} bookings/s, {Replicas} replicas, REDIS_WAIT_REPLICAS={wait}, 1 api + {workers} worker:");
        tell($"- {load.Sender.Accepted.Count} of {load.Sent} bookings answered with 200, each in the end; {load.Sender.Refused} answers with 503, "
            + $"{load.Sender.Unanswered} without an answer");
        tell($"- answered with 200 and missing: {missing}; not processed: {open}; bookings without a lead: {unseen}; processes that ended: {ended}");
        tell($"- {crm.Notes.Count - load.Sent} notes more than bookings; the next 200 came {string.Join(", ", gaps.Select(gap => $"{gap:0.0}"))} s after a kill");
        return missing == 0 && open == 0 && unseen == 0 && ended == 0 && load.Sender.Refused > 0;
    }

    // The seconds until webhooks are taken again. The former primary is started as soon as there is another: all replicas may be asked for.
    private static async Task<double> FailOverAsync(RedisSentinels sentinels, WebhookSender sender, CancellationToken cancellationToken)
    {
        var former = await sentinels.FindPrimaryAsync();
        await sentinels.CutReplicasOffAsync(former);
        await Task.Delay(Alone, cancellationToken);
        await former.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (await sentinels.FindPrimaryAsync() == former)
        {
            await Task.Delay(100, limit.Token);
        }

        var accepted = sender.Accepted.Count;
        await former.StartAgainAsync();
        while (sender.Accepted.Count <= accepted)
        {
            await Task.Delay(100, limit.Token);
        }

        var gap = TimeProvider.System.GetElapsedTime(killed).TotalSeconds;
        await sentinels.UntilWholeAsync();
        return gap;
    }
}
