using System.Collections.Concurrent;
using System.Net;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>An event that was accepted is on as many replicas as asked for.</summary>
public sealed class ReplicaWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Event_and_its_repetition_wait_for_the_replicas()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await StartReplicaAsync(primary);
        await using var store = RedisClient.Create(primary.Url, options => options.WaitReplicas = 1);
        Assert.False((await store.AcceptAsync(RedisClient.Event("a"), default)).IsDuplicate);

        replica.Freeze();
        Assert.Contains("0 of 1 replicas had the event within 1 s", await RefusalAsync(() => store.AcceptAsync(RedisClient.Event("b"), default)), StringComparison.Ordinal);

        // It is stored on the primary now; its repetition is no more of a promise.
        await RefusalAsync(() => store.AcceptAsync(RedisClient.Event("b"), default));
        await using (var other = RedisClient.Create(primary.Url, options => options.WaitReplicas = 1))
        {
            await RefusalAsync(() => other.AcceptAsync(RedisClient.Event("b"), default));
            await RefusalAsync(() => other.GetStatusAsync(default));
        }

        replica.Thaw();
        await RedisClient.EventuallyAsync(async () => Assert.True((await store.AcceptAsync(RedisClient.Event("b"), default)).IsDuplicate));
        await replica.KillAsync();
        Assert.Contains("lower REDIS_WAIT_REPLICAS", await RefusalAsync(() => store.GetStatusAsync(default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaced_and_requeued_events_and_intents_wait_too()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await StartReplicaAsync(primary);
        await using var store = RedisClient.Create(primary.Url, options => options.WaitReplicas = 1);
        var accepted = RedisClient.Event("a") with { Verified = false };
        await store.AcceptAsync(accepted, default);
        Assert.True(await store.ReplaceAsync(accepted with { Verified = true }, default));
        Assert.False(await store.ReplaceAsync(accepted with { Verified = true }, default));

        var held = await store.ClaimOneAsync(TimeSpan.FromMinutes(1), default);
        var intent = new EventCommit
        {
            Next = new NextStep.Continue(),
            Ledger = new Dictionary<string, LedgerEntry> { ["note"] = new(LedgerState.Intended, DateTimeOffset.UnixEpoch) },
        };
        Assert.True(await store.CommitAsync(held!, intent, default));

        replica.Freeze();
        await RefusalAsync(() => store.CommitAsync(held!, intent, default));
        await RefusalAsync(() => store.ReplaceAsync(accepted with { Verified = true }, default));
        await RefusalAsync(() => store.RequeueAsync(accepted.EventId, new RequeueRequest(accepted.Lane!.Value, Stage.Facts, null), default));
        replica.Thaw();
    }

    [Fact]
    public async Task Many_share_their_waits_and_do_not_hold_up_the_workers()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await StartReplicaAsync(primary);
        await using var store = RedisClient.Create(primary.Url, options => options.WaitReplicas = 1);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => store.AcceptAsync(
            RedisClient.Event($"{number}") with { Lane = new Lane($"lead:{number}") }, default)));
        using var admin = await primary.ConnectAsync();
        var waits = (await admin.GetServers()[0].InfoAsync("commandstats"))[0].Single(line => line.Key == "cmdstat_wait").Value;
        Assert.InRange(int.Parse(waits.Split('=', ',')[1], null), 1, 50);

        replica.Freeze();
        var refused = RefusalAsync(() => store.AcceptAsync(RedisClient.Event("late"), default));
        var claimed = await store.ClaimOneAsync(TimeSpan.FromMinutes(1), default);
        Assert.False(refused.IsCompleted);
        Assert.NotNull(claimed);
        await refused;
        replica.Thaw();
    }

    [Fact]
    public async Task Primary_that_took_over_without_the_event_does_not_confirm_it()
    {
        // Two servers that each have a replica, and the event on one of them alone.
        await using var former = await RedisServer.StartAsync();
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await StartReplicaAsync(primary);
        await using var store = RedisClient.Create(former.Url);
        var receipt = await store.AcceptAsync(RedisClient.Event("a"), default);
        await using var wait = new ReplicaWait(primary.Url, new RedisKeys(""), 1, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        await wait.ConfirmAsync(null, default);
        var proof = new StoredProof("event_by_idem:calendly:invitee.created:a:1", RedisValue.Null, receipt.EventId);
        Assert.Contains("does not have the event", await RefusalAsync(() => wait.ConfirmAsync(proof, default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_primary_loses_nothing_that_was_answered_with_200()
    {
        await using var sentinels = await RedisSentinels.StartAsync();
        await using var host = await RedisHost.StartAsync(sentinels.Url, null, null, ("REDIS_WAIT_REPLICAS", "2"), ("LEASE_SECONDS", "10"));
        var accepted = new ConcurrentBag<string>();
        var refused = 0;
        using var over = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(SendAsync));
        await Until.TrueAsync(() => accepted.Count >= 200);
        var former = await sentinels.FindPrimaryAsync();

        // What it alone has is lost with it.
        await sentinels.CutReplicasOffAsync(former);
        await Until.TrueAsync(() => Volatile.Read(ref refused) >= 4);
        await former.KillAsync();

        await Until.TrueAsync(async () => await sentinels.FindPrimaryAsync() != former);
        await RedisClient.EventuallyAsync(() => host.Store.GetAsync("any", default));
        foreach (var id in accepted)
        {
            Assert.NotNull(await host.Store.GetAsync(id, default));
        }

        // Two replicas are asked for, so there is no other 200 before the former primary is back as one.
        await former.StartAgainAsync();
        var before = accepted.Count;
        await Until.TrueAsync(() => accepted.Count >= before + 50, Patience);
        await over.CancelAsync();
        await load;

        // Whose end the new primary did not get is taken again when its lease has run out.
        foreach (var id in accepted)
        {
            await Until.TrueAsync(async () => (await host.Store.GetAsync(id, default))!.Status == EventStatus.Processed, Patience);
        }

        async Task SendAsync(int sender)
        {
            for (var number = 0; !over.IsCancellationRequested; number++)
            {
                var (id, status, _) = await host.BookAsync($"lead{sender}-{number % 20}", (sender * 100_000) + number);
                if (id is not null)
                {
                    accepted.Add(id);
                    continue;
                }

                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                Interlocked.Increment(ref refused);
            }
        }
    }

    private static async Task<RedisServer> StartReplicaAsync(RedisServer primary)
    {
        using (var configured = await primary.ConnectAsync())
        {
            await configured.GetServers()[0].ConfigSetAsync("repl-diskless-sync-delay", "0");
        }

        var replica = await RedisServer.StartAsync("--replicaof", "127.0.0.1", $"{primary.Port}");
        using var admin = await primary.ConnectAsync();
        var server = admin.GetServers()[0];
        await Until.TrueAsync(async () => (await server.InfoAsync("replication"))[0]
            .Any(line => line.Key == "slave0" && line.Value.Contains("state=online", StringComparison.Ordinal)));
        return replica;
    }

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<StoreUnavailableException>(act)).Message;
}
