using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>Scripts on servers that do not know them, do not run them, or split keys into slots. Each test has a server of its own.</summary>
public sealed class RedisScriptTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Server_that_has_forgotten_the_scripts_gets_them_again()
    {
        await using var server = await RedisServer.StartAsync();
        await using var store = Create(server.Url);
        using var admin = await server.ConnectAsync();
        for (var round = 0; round < 3; round++)
        {
            await admin.GetServers()[0].ScriptFlushAsync();
            Assert.False((await store.AcceptAsync(Event($"{round}"), default)).IsDuplicate);
            await admin.GetServers()[0].ScriptFlushAsync();
            var held = await store.ClaimOneAsync(Lease, default);
            await admin.GetServers()[0].ScriptFlushAsync();
            Assert.NotNull(await store.RenewAsync(held!, Lease, default));
            await admin.GetServers()[0].ScriptFlushAsync();
            Assert.True(await store.CommitAsync(held!, Finish(), default));
        }
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("evalsha")]
    [InlineData("publish")]
    [InlineData("hset")]
    [InlineData("hdel")]
    [InlineData("zadd")]
    [InlineData("zrem")]
    [InlineData("zremrangebyscore")]
    [InlineData("pexpire")]
    [InlineData("persist")]
    [InlineData("del")]
    [InlineData("set")]
    [InlineData("zcard")]
    [InlineData("hstrlen")]
    public async Task User_that_may_not_use_a_command_is_refused_before_anything_is_written(string command)
    {
        await using var server = await RedisServer.StartAsync(
            "--user", "app", "on", ">pass", "~*", "&*", "+@all", $"-{command}", "--appendonly", "yes", "--appendfsync", "always");
        await using var store = Create($"redis://app:pass@127.0.0.1:{server.Port}/0");
        var mistake = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => store.CheckAsync(default));
        Assert.Contains("+@scripting", mistake.Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("a"), default));
        Assert.Contains("Give the user of REDIS_URL the commands", refused.Message, StringComparison.Ordinal);
        using var admin = await server.ConnectAsync();
        Assert.All(admin.GetServers()[0].Keys(), key => Assert.Equal("probe:scripts", key));

        await admin.GetServers()[0].ExecuteAsync("ACL", "SETUSER", "app", "+@all");
        await admin.GetDatabase().KeyDeleteAsync("probe:scripts");
        Assert.False((await store.AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Theory]
    [InlineData("event:*")]
    [InlineData("lane:*")]
    [InlineData("queue:*")]
    [InlineData("index:*")]
    [InlineData("lease:*")]
    [InlineData("event_by_idem:*")]
    public async Task User_that_may_not_use_some_of_the_keys_is_refused_before_anything_is_written(string missing)
    {
        string[] all = ["event:*", "lane:*", "queue:*", "index:*", "lease:*", "event_by_idem:*", "idem:*", "lead:*", "meeting:*", "circuit:*", "lock:*", "probe:*"];
        await using var server = await RedisServer.StartAsync(
            ["--user", "app", "on", ">pass", "&*", "+@all", .. all.Where(pattern => pattern != missing).Select(pattern => $"~{pattern}")]);
        await using var store = Create($"redis://app:pass@127.0.0.1:{server.Port}/0");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("a"), default));
        Assert.Contains("the keys and channels that begin with REDIS_KEY_PREFIX", refused.Message, StringComparison.Ordinal);
        using var admin = await server.ConnectAsync();
        Assert.Empty(admin.GetServers()[0].Keys());
    }

    [Fact]
    public async Task User_with_the_rights_that_are_named_can_do_all()
    {
        await using var server = await RedisServer.StartAsync(
            "--user", "app", "on", ">pass", "~si:*", "&si:*", "+@read", "+@write", "+@scripting", "+@pubsub", "+@connection", "+info", "+time",
            "--appendonly", "yes", "--appendfsync", "always");
        await using var store = Create($"redis://app:pass@127.0.0.1:{server.Port}/0", "si:");
        Assert.DoesNotContain(await store.CheckAsync(default), warning => warning.Contains("+@scripting", StringComparison.Ordinal));
        await UseAllAsync(store);
    }

    [Fact]
    public async Task Server_without_scripting_says_what_to_allow()
    {
        await using var server = await RedisServer.StartAsync(
            "--rename-command", "EVAL", "", "--rename-command", "EVALSHA", "", "--appendonly", "yes", "--appendfsync", "always");
        await using var store = Create(server.Url);
        var mistake = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => store.CheckAsync(default));
        Assert.Contains("Allow the commands EVAL and EVALSHA", mistake.Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("a"), default));
        Assert.Contains("Allow the commands EVAL and EVALSHA", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cluster_needs_a_prefix_in_braces_and_has_all_keys_in_one_slot_then()
    {
        await using var server = await RedisServer.StartAsync("--cluster-enabled", "yes");
        using var admin = await server.ConnectAsync();
        await admin.GetServers()[0].ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        await Hosts.Until.TrueAsync(async () =>
            ((string?)await admin.GetServers()[0].ExecuteAsync("CLUSTER", "INFO"))!.Contains("cluster_state:ok", StringComparison.Ordinal));

        await using var without = Create(server.Url);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => without.AcceptAsync(Event("a"), default));
        Assert.Contains("Set REDIS_KEY_PREFIX to a text in braces", refused.Message, StringComparison.Ordinal);

        await using var store = Create(server.Url, "{si}:");
        await UseAllAsync(store);
        Assert.All(admin.GetServers()[0].Keys(), key => Assert.StartsWith("{si}:", key));
    }

    [Fact]
    public async Task Full_memory_in_the_middle_of_the_work_leaves_no_half()
    {
        await using var server = await RedisServer.StartAsync("--maxmemory-policy", "noeviction");
        await using var store = Create(server.Url);
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        var held = await store.ClaimOneAsync(Lease, default);
        using var admin = await server.ConnectAsync();
        await admin.GetServers()[0].ConfigSetAsync("maxmemory", "100kb");
        var lead = LeadKey.FromEmail("ada@lovelace.example");
        var commit = new EventCommit { Next = new NextStep.DeadLetter(), Lead = Update(lead), Error = "broke", ErrorClass = "x/y" };
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(held!, commit, default));
        Assert.Contains("out of memory", refused.Message, StringComparison.Ordinal);
        Assert.Equal((EventStatus.Processing, ""), ((await store.GetAsync(id, default))!.Status, (await store.GetLeadAsync(lead, default)).Email));
        Assert.Equal(0, await admin.GetDatabase().SortedSetLengthAsync("queue:dead"));

        await admin.GetServers()[0].ConfigSetAsync("maxmemory", "0");
        Assert.True(await store.CommitAsync(held!, commit, default));
        Assert.Equal(1, (await store.GetStatusAsync(default)).DeadLetters);
    }

    private static async Task UseAllAsync(RedisStore store)
    {
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        await store.AcceptAsync(Event("b") with { Status = EventStatus.Failed, Lane = null }, default);
        var held = await store.ClaimOneAsync(Lease, default);
        var lead = LeadKey.FromEmail("bob@builder.example");
        Assert.True(await store.CommitAsync(
            held!, new EventCommit { Next = new NextStep.MoveTo(Lane.Lead(lead), Stage.Deliver, lead), Lead = Update(lead) }, default));
        held = await store.ClaimOneAsync(Lease, default);
        Assert.True(await store.CommitAsync(held!, Finish(), default));
        Assert.Equal(RequeueOutcome.Requeued, await store.RequeueAsync(id, new RequeueRequest(Lane.Lead(lead), Stage.Facts, lead), default));
        Assert.True(await store.OpenAsync("zoho", DateTimeOffset.UtcNow.AddMinutes(1), "away", default));
        Assert.NotNull(await store.CloseAsync("zoho", default));
    }

    private static RedisStore Create(string url, string prefix = "") => new(
        Options.Create(new RedisStoreOptions { Url = url, KeyPrefix = prefix }), TimeProvider.System, NullLogger<RedisStore>.Instance);

    private static EventCommit Finish() => new() { Next = new NextStep.Finish(EventStatus.Processed, DryRun: false) };

    private static LeadUpdate Update(LeadKey lead) => new() { Key = lead, Email = "somebody@builder.example", CrmId = "crm-1" };

    private static NewEvent Event(string id) => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = id,
        IdempotencyKey = $"calendly:invitee.created:{id}",
        Revision = "1",
        Payload = "{}"u8.ToArray(),
        Lane = Lane.Meeting("m"),
    };
}
