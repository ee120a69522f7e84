using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>Draws one step after the other.</summary>
/// <param name="scenario">What the steps are about.</param>
/// <param name="time">The clock that all stores go by.</param>
/// <param name="longest">The longest life of a value, lock or slot.</param>
/// <param name="findsFirst">Also asks which event took a key first. When that one's key ends, one store names the next, and the others
/// name none until one comes.</param>
internal sealed class StoreSteps(StoreScenario scenario, TimeProvider time, TimeSpan longest, bool findsFirst)
{
    private static readonly string[] Providers = ["zoho", "gemini"];
    private static readonly string[] Names = ["token", "alerts:book"];

    private static CancellationToken None => CancellationToken.None;

    public StoreStep Next() => scenario.Random.Next(100) switch
    {
        < 20 => Accept(),
        < 24 => Replace(),
        < 41 => Claim(),
        < 59 => Commit(),
        < 63 => Renew(),
        < 69 => Requeue(),
        < 75 => List(),
        < 79 => Find(),
        < 84 => Lead(),
        < 87 => Alerts(),
        < 91 => Circuit(),
        < 95 => State(),
        < 98 => Slots(),
        _ => new("status", StatusAsync),
    };

    /// <summary>All that can be read, at the end.</summary>
    public IEnumerable<StoreStep> All()
    {
        yield return new("all events", (_, client) => ListAsync(client, new EventFilter { Limit = 1000 }));
        yield return new("status", StatusAsync);
        yield return Pending(time.GetUtcNow() + TimeSpan.FromHours(1), 1000);
    }

    private StoreStep Accept()
    {
        var accepted = scenario.Event();
        return new($"accept {accepted.EventId[..8]} {accepted.Status} in {accepted.Lane}", async (_, client) =>
        {
            var receipt = await client.Events.AcceptAsync(accepted, None);
            return $"{receipt.EventId} {receipt.IsDuplicate} {StoreText.Of(await client.Events.GetAsync(receipt.EventId, None))}";
        });
    }

    private StoreStep Replace()
    {
        var verified = scenario.Event(verified: true);
        return new($"replace {verified.EventId[..8]} by {verified.Status} in {verified.Lane}", async (_, client) =>
            $"{await client.Events.ReplaceAsync(verified, None)} {StoreText.Of(await client.Events.GetAsync(verified.EventId, None))}");
    }

    private StoreStep Claim()
    {
        var (atMost, lease) = (scenario.Random.Next(1, 4), scenario.One(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)));
        return new($"claim {atMost} for {lease}", async (side, client) =>
        {
            var taken = await client.Queue.ClaimAsync(atMost, lease, None);
            side.Leases.AddRange(taken);
            return StoreText.Of(taken.Select(StoreText.Of));
        });
    }

    private StoreStep Commit()
    {
        var (commit, draw) = (scenario.Commit(), Draw());
        return new($"commit {commit.Next}", async (side, client) =>
        {
            if (side.Leases.Count == 0)
            {
                return "nothing was taken yet";
            }

            var held = side.Leases[Recent(side.Leases.Count, draw)];
            var written = await client.Queue.CommitAsync(held, commit, None);
            return $"{written} {StoreText.Of(await client.Events.GetAsync(held.Event.EventId, None))}";
        });
    }

    private StoreStep Renew()
    {
        var draw = Draw();
        return new("renew", async (side, client) => side.Leases.Count == 0
            ? "nothing was taken yet"
            : StoreText.Of(await client.Queue.RenewAsync(side.Leases[Recent(side.Leases.Count, draw)], TimeSpan.FromSeconds(40), None)));
    }

    private StoreStep Requeue()
    {
        var (id, request) = (scenario.EventId(), scenario.Requeue());
        return new($"requeue {id[..8]} into {request.Lane}, even if running: {request.EvenIfRunning}", async (_, client) =>
            $"{await client.Events.RequeueAsync(id, request, None)} {StoreText.Of(await client.Events.GetAsync(id, None))}");
    }

    private StoreStep List()
    {
        var filter = scenario.Filter();
        return new($"list {filter}", (_, client) => ListAsync(client, filter));
    }

    private StoreStep Find()
    {
        var (key, revision) = scenario.Identity();
        var (id, text) = (scenario.EventId(), scenario.Chance(0.5) && findsFirst ? key : $"{key}:{revision}");
        return new($"find {text} and {id[..8]}", async (_, client) =>
            $"{await client.Events.FindEventIdAsync(text, None)} {StoreText.Of(await client.Events.GetAsync(id, None))}");
    }

    private StoreStep Lead()
    {
        var (lead, meeting, from, limit) = (scenario.Lead(), $"m{scenario.Random.Next(3)}", scenario.Hour(), scenario.Random.Next(4));
        var to = from + TimeSpan.FromHours(scenario.Random.Next(-1, 4));
        return new($"lead {lead}, meeting {meeting}, hours {StoreText.Of(from)} to {StoreText.Of(to)}", async (_, client) => StoreText.Of(
        [
            StoreText.Of(await client.Events.GetLeadAsync(lead, None)),
            StoreText.Of(await client.Events.GetMeetingLeadAsync(meeting, None)),
            StoreText.Of((await client.Events.FindBookedLeadsAsync(from, to, limit, None)).Select(one => one.Value)),
            StoreText.Of(await client.Events.FindAwaitingAsync(from, to, limit, None)),
        ]));
    }

    private StoreStep Alerts()
    {
        var (id, isSent) = (scenario.EventId(), scenario.Chance(0.4));
        return isSent
            ? new StoreStep($"alert of {id[..8]} was sent", async (_, client) =>
            {
                await client.DeadLetterAlerts.MarkAlertSentAsync(id, None);
                return "";
            })
            : Pending(time.GetUtcNow() - scenario.Span(TimeSpan.FromMinutes(1)), scenario.Random.Next(1, 5));
    }

    private static StoreStep Pending(DateTimeOffset before, int limit) => new($"pending alerts before {StoreText.Of(before)}, {limit}", async (_, client) =>
        StoreText.Of((await client.DeadLetterAlerts.ListPendingAlertsAsync(before, limit, None)).Select(StoreText.Of)));

    private StoreStep Circuit()
    {
        var (provider, until, reason) = (scenario.One(Providers), time.GetUtcNow() + scenario.Span(TimeSpan.FromMinutes(1)), scenario.Text());
        return scenario.Random.Next(4) switch
        {
            0 => new($"open {provider}", async (_, client) => $"{await client.Circuits.OpenAsync(provider, until, reason, None)}"),
            1 => new($"probe {provider}", async (_, client) => $"{await client.Circuits.TryProbeAsync(provider, TimeSpan.FromSeconds(20), None)}"),
            2 => new($"close {provider}", async (_, client) => StoreText.Of(await client.Circuits.CloseAsync(provider, None))),
            _ => new($"circuit {provider}", async (_, client) => StoreText.Of(await client.Circuits.GetAsync(provider, None))),
        };
    }

    private StoreStep State()
    {
        var (key, value, life, draw) = (scenario.One(Names), scenario.Text(), longest / scenario.Random.Next(1, 4), Draw());
        return scenario.Random.Next(5) switch
        {
            0 => new($"set {key}", async (_, client) =>
            {
                await client.State.SetAsync(key, value, life, None);
                return "";
            }),
            1 => new($"remove {key}", async (_, client) =>
            {
                await client.State.RemoveAsync(key, value, None);
                return "";
            }),
            2 => new($"lock {key}", async (side, client) =>
            {
                var taken = await client.State.TryLockAsync(key, life, None);
                side.Locks.AddRange(taken is null ? [] : [taken]);
                return $"{taken is not null}";
            }),
            3 => new("unlock", async (side, _) =>
            {
                if (side.Locks.Count > 0)
                {
                    await side.Locks[Recent(side.Locks.Count, draw)].DisposeAsync();
                }

                return "";
            }),
            _ => new($"get {key}", async (_, client) => StoreText.Of(await client.State.GetAsync(key, None))),
        };
    }

    private StoreStep Slots()
    {
        var request = new SlotRequest
        {
            Name = "model",
            Holder = $"p{scenario.Random.Next(3)}",
            Capacity = scenario.Random.Next(1, 5),
            Wanted = scenario.Random.Next(4),
            InUse = scenario.Random.Next(3),
            Life = longest / scenario.Random.Next(1, 4),
        };
        return new($"slots {request}", async (_, client) =>
        {
            var grant = await client.Slots.RequestAsync(request, None);
            return $"{grant.Held} of {grant.Share}, {grant.Holders}";
        });
    }

    private static async Task<string> StatusAsync(StoreSide side, StoreClient client)
    {
        var status = await client.Events.GetStatusAsync(None);
        return $"{status.LanesWaiting} lanes, {status.DeadLetters} dead letters, due since {StoreText.Of(status.OldestDue)}";
    }

    private static async Task<string> ListAsync(StoreClient client, EventFilter filter)
    {
        List<string> found = [];
        await foreach (var one in client.Events.ListAsync(filter, None))
        {
            found.Add(StoreText.Of(one));
        }

        return StoreText.Of(found);
    }

    private double Draw() => scenario.Random.NextDouble();

    // Mostly one of the last.
    private static int Recent(int count, double draw) => count - 1 - (int)(draw * draw * draw * count);
}
