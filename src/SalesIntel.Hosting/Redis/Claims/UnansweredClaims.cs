using System.Collections.Concurrent;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Lanes that may have been taken although the caller got no answer: the connection broke, or the answer came too late.
/// Nobody would work on them until their leases run out, so they are given back as soon as the server answers.</summary>
internal sealed class UnansweredClaims(RedisKeys keys, StoreClock clock)
{
    private readonly ConcurrentQueue<ClaimAttempt> attempts = new();

    public void Add(ClaimAttempt attempt) => attempts.Enqueue(attempt);

    public async Task GiveBackAsync(IDatabase database)
    {
        while (attempts.TryDequeue(out var attempt))
        {
            try
            {
                await GiveBackAsync(database, attempt).ConfigureAwait(false);
            }
            catch
            {
                attempts.Enqueue(attempt);
                throw;
            }
        }
    }

    private Task<bool> GiveBackAsync(IDatabase database, ClaimAttempt attempt)
    {
        var transaction = database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(keys.Lease(attempt.Lane), attempt.Token));
        _ = transaction.HashSetAsync(keys.Event(attempt.EventId), EventHash.Status, EventHash.Word(EventStatus.Queued));
        RedisLane.GiveBack(transaction, keys, attempt.Lane, clock.Now);
        return transaction.ExecuteAsync();
    }
}
