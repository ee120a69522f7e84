using System.Diagnostics;
using System.Threading.Channels;
using SalesIntel.Chaos.Machines;
using SalesIntel.Chaos.Stories;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Sends the webhooks of a story book to hosts that are killed again and again, and judges the CRM at the end.</summary>
internal sealed class KillRun
{
    private const int Senders = 4;

    // A kill in the middle of a call that never comes would wait for ever: by then everything sent is done.
    private static readonly TimeSpan CommitPatience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly KillOptions options;
    private readonly Action<string> tell;
    private readonly Random random;
    private readonly CutBook cuts = new();
    private readonly KillSwitch killSwitch;

    private KillRun(KillOptions options, Action<string> tell)
    {
        (this.options, this.tell) = (options, tell);
        random = new Random(options.Seed);
        killSwitch = new KillSwitch(cuts);
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">A process did not start, or ended by itself.</exception>
    public static Task<Verdict> RunAsync(KillOptions options, Action<string> tell, CancellationToken cancellationToken) =>
        new KillRun(options, tell).RunAsync(cancellationToken);

    private async Task<Verdict> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var book = StoryBook.Write(options.Seed, options.Events);
        await using var site = await Site.StartAsync(options.Store, options.Workers, Simulation(), Variables, cancellationToken);
        var sender = new WebhookSender(site.Http, site.Receiver.Url);
        var gate = Channel.CreateUnbounded<Webhook>();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAllAsync(gate.Reader, sender, cancellationToken)));
        var disturber = new Disturber(site, options, cuts);
        var kills = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var kill = 0; kill < options.Kills; kill++)
        {
            foreach (var webhook in book.Stream.Skip(Share(kill)).Take(Share(kill + 1) - Share(kill)))
            {
                gate.Writer.TryWrite(webhook);
            }

            await disturber.BeforeAsync(kill, cancellationToken);
            var where = await KillAsync(site, cancellationToken);
            kills[where] = kills.GetValueOrDefault(where) + 1;
            await StartDeadAsync(site, cancellationToken);
            if (sending.IsFaulted)
            {
                await sending;
            }

            if ((kill + 1) % 20 == 0)
            {
                tell($"{kill + 1} kills, {sender.Accepted.Count} accepted, {site.Simulator.State.Notes.Count} notes");
            }
        }

        gate.Writer.Complete();
        await sending;
        site.Simulator.Faults.Clear();
        var ends = await new Epilogue(site).SettleAsync(sender.Accepted, cancellationToken);
        var verdict = Audit.Judge(options, book, ends, cuts, site.Simulator.State) with
        {
            Kills = kills,
            Refused = sender.Refused,
            Unanswered = sender.Unanswered,
            Duration = Stopwatch.GetElapsedTime(started),
        };
        if (!verdict.Holds && options.Store == StoreKind.Sqlite)
        {
            tell($"The database is kept in {site.KeepData()}");
        }

        return verdict;

        int Share(int kill) => (int)((long)book.Stream.Count * kill / options.Kills);
    }

    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["CREATE_FOLLOWUP_TASK"] = "true",

        // Two cores carry six processes here. Whoever stands still for longer than a lease has his work done again, and that is no kill's doing.
        ["LEASE_SECONDS"] = "10",
        ["PROBE_SECONDS"] = "1",
        ["RETRY_BASE_SECONDS"] = "1",
        ["LOG_LEVEL"] = "WARNING",
    };

    private SimulatorOptions Simulation() => new()
    {
        // Real time between a call and its answer, so that kills fall in between; a model that takes its time, though less than the
        // seconds of the real one, and not the same for each call; and a search that lags, as Zoho's does.
        ZohoLatency = TimeSpan.FromMilliseconds(5),
        GeminiLatency = TimeSpan.FromMilliseconds(100),
        GeminiJitter = TimeSpan.FromMilliseconds(400),
        ZohoIndexDelay = TimeSpan.FromMilliseconds(500),
        BeforeAnswer = killSwitch.BeforeAnswerAsync,
    };

    private static async Task SendAllAsync(ChannelReader<Webhook> webhooks, WebhookSender sender, CancellationToken cancellationToken)
    {
        await foreach (var webhook in webhooks.ReadAllAsync(cancellationToken))
        {
            await sender.SendAsync(webhook, Again, cancellationToken);
        }
    }

    // One half at any moment, of any process; the other just after a commit, of all that work: the caller is among them.
    private async Task<string> KillAsync(Site site, CancellationToken cancellationToken)
    {
        if (random.Next(2) == 0)
        {
            var dead = killSwitch.ArmAsync(site.Workers, random.Next(0, 30));
            try
            {
                return $"after a commit of {await dead.WaitAsync(CommitPatience, cancellationToken)}";
            }
            catch (TimeoutException)
            {
                if (!killSwitch.Disarm())
                {
                    return $"after a commit of {await dead}";
                }
            }
        }
        else
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 2_000)), cancellationToken);
        }

        await cuts.KillAsync([site.Hosts[random.Next(site.Hosts.Count)]]);
        return "at any moment";
    }

    private static Task StartDeadAsync(Site site, CancellationToken cancellationToken) => Task.WhenAll(
        site.Hosts.Where(host => host.HasExited).Select(host => host.StartAsync(site.Http, cancellationToken)));
}
