using SalesIntel.Chaos.Kills;
using SalesIntel.Chaos.Machines;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Outages;

/// <summary>Access tokens of short life for several processes on one store, one of which is killed and started again now and then: never are two
/// fetched at a time, and never more than the budget has. Then all tokens are ended until it is used up, and whoever needs one pauses.</summary>
internal static class TokenRun
{
    /// <summary>Our own budget for ten minutes; Zoho's is 10.</summary>
    private const int Budget = 8;

    // Fewer are fetched in the first part than the budget has, also where processes take their time.
    private const int Lives = 4;
    private const int PerSecond = 5;

    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it and tells what it showed; true when it is as promised.</summary>
    /// <param name="store">What they share.</param>
    /// <param name="processes">Worker processes.</param>
    /// <param name="time">For how long the tokens end by themselves; one lives for a quarter of it, and for 10 s at least.</param>
    /// <param name="tell">Where it is told.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<bool> RunAsync(StoreKind store, int processes, TimeSpan time, Action<string> tell, CancellationToken cancellationToken)
    {
        var life = time / Lives > ShortestLife ? time / Lives : ShortestLife;
        var simulation = new SimulatorOptions { TokenLife = life, OAuthLatency = TimeSpan.FromMilliseconds(300) };
        var environment = new Dictionary<string, string?> { ["LOG_LEVEL"] = "WARNING", ["MAX_RETRIES"] = "0", ["LEASE_SECONDS"] = "10" };
        await using var site = await Site.StartAsync(store, processes, simulation, environment, cancellationToken);
        var load = new LoadRun(site, PerSecond);
        var restarts = RestartAsync(site, (int)(time.TotalSeconds * PerSecond), cancellationToken);
        await load.RunAsync(time, cancellationToken);
        await restarts;
        var ends = await new Epilogue(site).SettleAsync(load.Sender.Accepted, cancellationToken);
        var crm = site.Simulator.State;
        var (open, fetched) = (ends.Values.Count(end => end.Status != "processed"), crm.TokensIssued);

        var (revocations, next) = (0, load.Sent);
        while (crm.TokensIssued < Budget)
        {
            var (before, notes) = (crm.TokensIssued, crm.Notes.Count);
            site.Simulator.RevokeTokens();
            revocations++;
            await load.Sender.SendAsync(LoadBook.Booking(next++), Again, cancellationToken);
            await site.Simulator.WaitForAsync(now => now.TokensIssued > before && now.Notes.Count > notes, Patience, cancellationToken);
        }

        // The last one ends as well: nobody asks for another.
        site.Simulator.RevokeTokens();
        await load.Sender.SendAsync(LoadBook.Booking(next), Again, cancellationToken);
        var pauses = await PausesAsync(site, cancellationToken);
        var ended = site.Hosts.Count(host => host.HasExited);
        tell($"{store}: tokens of {life.TotalSeconds:0.#} s under {PerSecond} bookings/s, 1 api + {processes} worker, each killed and started once, for {time.TotalSeconds:0} s:");
        tell($"- {load.Sent} bookings, {open} not processed; {fetched} tokens");
        tell($"Then all tokens ended {revocations + 1} times:");
        tell($"- {crm.TokensIssued} tokens in all, {crm.TokenRequests} requests, at most {crm.TokensMaxInFlight} at a time; processes that pause: {pauses}; that ended: {ended}");
        return open == 0 && fetched > 0 && ended == 0 && pauses > 0
            && crm is { TokensMaxInFlight: 1, TokensIssued: Budget, TokenRequests: Budget, SlackMessages.Count: 0 };
    }

    // People are told when the first probe, a minute later, finds no token either.
    private static async Task<int> PausesAsync(Site site, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var pauses = site.Workers.Count(worker => worker.LastLines.Contains("zoho/refresh_limit", StringComparison.Ordinal));
            if (pauses > 0)
            {
                return pauses;
            }

            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    // One process after the other forgets what it knows: after each quarter of the bookings.
    private static async Task RestartAsync(Site site, int bookings, CancellationToken cancellationToken)
    {
        foreach (var (number, worker) in site.Workers.Take(3).Index())
        {
            await site.Simulator.WaitForAsync(crm => crm.Notes.Count >= bookings * (number + 1) / 4, Patience, cancellationToken);
            await worker.KillAsync();
            await worker.StartAsync(site.Http, cancellationToken);
        }
    }
}
