using SalesIntel.Failures;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Writes what was done about a taken event, all of it while its lane is held, else nothing.</summary>
internal sealed class RedisCommits(RedisScripts scripts, RedisKeys keys, RedisStoreOptions options, StoreClock clock, ILogger logger)
{
    // The first six keys of the script: those of the queue, and those of the lane.
    private const int LastOfQueue = 3;
    private const int LastOfLane = 6;

    /// <exception cref="StoreUnavailableException">One of the queue's keys is not ours.</exception>
    /// <exception cref="PermanentFailureException">Another key is not ours; then the event needs a person.</exception>
    public async Task<bool> WriteAsync(IDatabase database, EventLease held, EventCommit commit)
    {
        var call = Describe(held, commit);
        var answer = (long)await scripts.RunAsync(database, RedisScript.Commit, call).ConfigureAwait(false);
        if (answer >= 0)
        {
            return answer == 1;
        }

        var key = call.Key(-answer);
        switch (-answer)
        {
            case <= LastOfQueue:
                throw scripts.Foreign(key);
            case <= LastOfLane:
                Log.LaneSetAside(logger, held.Lane.Value, RedisScripts.Problem(key));
                return false;
            default:
                throw RedisForeignValue.At(key);
        }
    }

    private ScriptCall Describe(EventLease held, EventCommit commit)
    {
        var now = clock.Now;
        var id = held.Event.EventId;
        var call = new ScriptCall()
            .With(KeyKind.Sorted, keys.Due, keys.Dead, keys.PendingAlerts)
            .With(KeyKind.Text, keys.Lease(held.Lane))
            .With(KeyKind.Sorted, keys.Mailbox(held.Lane))
            .With(KeyKind.Hash, keys.Event(id))
            .Add(held.Lane.Value, id, held.Token)
            .Add(now)
            .Add(now + RedisQueue.SetAsideFor)
            .AddFields([.. Fields(commit, now)])
            .Add(EventHash.Flag(commit.Next is NextStep.RetryAt { ChargeAttempt: true }));
        AddStep(call, held, commit.Next, now);
        AddLeads(call, commit, now);
        RedisHours.Add(call, keys, id, commit, options.IdempotencyLife);
        AddValues(call, held, commit);
        return call;
    }

    private static IEnumerable<HashEntry> Fields(EventCommit commit, DateTimeOffset now)
    {
        yield return new(EventHash.UpdatedAt, EventHash.Time(now));
        foreach (var (effect, entry) in commit.Ledger)
        {
            yield return new(EventHash.Ledger(effect), StoreJson.WriteEntry(entry));
        }

        if (commit.Error is { } error)
        {
            yield return new(EventHash.LastError, error);
            yield return new(EventHash.ErrorClass, error.Length == 0 ? "" : commit.ErrorClass ?? "");
        }

        EventStatus? status = commit.Next switch
        {
            NextStep.Continue => null,
            NextStep.Finish finish => finish.Status,
            NextStep.DeadLetter => EventStatus.Failed,
            _ => EventStatus.Queued,
        };
        if (status is { } word)
        {
            yield return new(EventHash.Status, EventHash.Word(word));
        }

        if (commit.Next is NextStep.Finish { DryRun: var dryRun })
        {
            yield return new(EventHash.DryRun, EventHash.Flag(dryRun));
        }

        if (commit.Next is NextStep.MoveTo move)
        {
            yield return new(EventHash.Attempts, 0);
            yield return new(EventHash.StageName, EventHash.Word(move.Stage));
            yield return new(EventHash.LaneName, move.Lane.Value);
            yield return new(EventHash.LeadName, move.Lead.Value);
        }
    }

    private void AddStep(ScriptCall call, EventLease held, NextStep next, DateTimeOffset now)
    {
        switch (next)
        {
            case NextStep.RetryAt retry:
                call.Add("back").Add(clock.FromHost(retry.At));
                break;
            case NextStep.MoveTo move when move.Lane != held.Lane:
                call.Add("move", move.Lane.Value).AddKey(KeyKind.Sorted, keys.Mailbox(move.Lane))
                    .Add(AcceptanceClock.ToMicroseconds(held.Event.CreatedAt), keys.WakeName);
                break;
            case NextStep.Release or NextStep.MoveTo:
                call.Add("back").Add(now);
                break;
            case NextStep.Finish:
                call.Add("end").Add(options.EventLife).Add(RedisValue.EmptyString);
                break;
            case NextStep.DeadLetter:
                call.Add("end").Add(options.EventLife).Add(now - options.EventLife);
                break;
            default:
                call.Add(RedisValue.EmptyString);
                break;
        }
    }

    private void AddLeads(ScriptCall call, EventCommit commit, DateTimeOffset now)
    {
        LeadUpdate[] updates = [.. new[] { commit.OtherLead, commit.Lead }.OfType<LeadUpdate>()];
        call.Add(updates.Length);
        foreach (var update in updates)
        {
            call.AddKey(KeyKind.Hash, keys.Lead(update.Key)).Add(options.IdempotencyLife)
                .AddList([.. update.WithdrawnFacts.Select(LeadHash.Fact)])
                .AddFields(LeadHash.Create(update, now));
        }
    }

    private void AddValues(ScriptCall call, EventLease held, EventCommit commit)
    {
        List<(RedisKey Key, string Value)> values = [];
        if (commit is { AssignMeeting: { } session, Lead: { } lead })
        {
            values.Add((keys.Meeting(session), lead.Email));
        }

        if (commit.Next is NextStep.Finish { Status: EventStatus.Processed, DryRun: false })
        {
            values.Add((keys.Processed(held.Event.IdempotencyKey), "1"));
        }

        call.Add(values.Count);
        foreach (var (key, value) in values)
        {
            call.AddKey(KeyKind.Text, key).Add(value).Add(options.IdempotencyLife);
        }
    }
}
