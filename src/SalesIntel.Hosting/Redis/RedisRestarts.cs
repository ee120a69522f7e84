using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Has events start again: as they are, or with another body.</summary>
internal sealed class RedisRestarts(
    RedisConnection connection, RedisScripts scripts, RedisKeys keys, RedisStoreOptions options, StoreClock clock, WakeSignal wake)
{
    private const long Done = 1;
    private const long Gone = 0;

    private static readonly RedisValue[] OfOldBody = [EventHash.LaneName, EventHash.LeadName, EventHash.ErrorClass, EventHash.DryRun];

    public async Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.Now;
        var call = Begin(eventId, now, request.EvenIfRunning ? "" : "ended", nameof(LedgerState.DryRun), EventStand.InLane)
            .AddList(request.Lead is null ? [EventHash.LeadName] : [])
            .AddFields([.. Fields(request, now)]);
        EventStand.Add(call, keys, request.Lane);
        return await RunAsync(call, cancellationToken).ConfigureAwait(false) switch
        {
            Done => RequeueOutcome.Requeued,
            Gone => RequeueOutcome.NotFound,
            _ => RequeueOutcome.StillRunning,
        };
    }

    public async Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verified);
        verified.ThrowIfUnverified();
        var now = clock.Now;
        var call = Begin(verified.EventId, now, "unverified", "", EventStand.Of(verified)).AddList(OfOldBody)
            .AddFields([.. EventHash.Create(verified, now).Where(field => field.Name != EventHash.CreatedAt)]);
        EventStand.Add(call, keys, verified, now, options.EventLife);
        return await RunAsync(call, cancellationToken).ConfigureAwait(false) == Done;
    }

    private static IEnumerable<HashEntry> Fields(RequeueRequest request, DateTimeOffset now)
    {
        yield return new(EventHash.Status, EventHash.Word(EventStatus.Queued));
        yield return new(EventHash.Attempts, 0);
        yield return new(EventHash.StageName, EventHash.Word(request.Stage));
        yield return new(EventHash.LaneName, request.Lane.Value);
        yield return new(EventHash.UpdatedAt, EventHash.Time(now));
        if (request.Lead is { } lead)
        {
            yield return new(EventHash.LeadName, lead.Value);
        }

        if (request.Verified is { } verified)
        {
            yield return new(EventHash.Verified, EventHash.Flag(verified));
        }

        foreach (var (effect, entry) in request.Ledger)
        {
            yield return new(EventHash.Ledger(effect), StoreJson.WriteEntry(entry));
        }
    }

    private ScriptCall Begin(string eventId, DateTimeOffset now, string guard, string forgotten, string stand) => new ScriptCall()
        .With(KeyKind.Hash, keys.Event(eventId))
        .With(KeyKind.Sorted, keys.Due, keys.Dead, keys.PendingAlerts)
        .Add(keys.Prefix, eventId).Add(now).Add(guard, forgotten, stand);

    private async Task<long> RunAsync(ScriptCall call, CancellationToken cancellationToken)
    {
        var answer = await connection.RunAsync(database => scripts.RunAsync(database, RedisScript.Restart, call), cancellationToken)
            .ConfigureAwait(false);
        if (answer.Resp2Type != ResultType.Integer)
        {
            throw scripts.Foreign(answer.ToString());
        }

        var outcome = (long)answer;
        if (outcome < 0)
        {
            throw scripts.Foreign(call.Key(-outcome));
        }

        if (outcome == Done)
        {
            wake.Set();
        }

        return outcome;
    }
}
