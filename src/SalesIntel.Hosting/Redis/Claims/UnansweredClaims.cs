using System.Collections.Concurrent;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Claims that may have taken lanes although the caller got no answer: the connection broke, or the answer came too late. Nobody
/// would work on their lanes until the leases run out, so they are given back as soon as the server answers.</summary>
internal sealed class UnansweredClaims(RedisScripts scripts, RedisKeys keys, StoreClock clock)
{
    private readonly ConcurrentQueue<ClaimAttempt> attempts = new();

    public void Add(ClaimAttempt attempt) => attempts.Enqueue(attempt);

    /// <summary>Gives back what is found. What is not found may be on its way to the server still, so it is looked for until its leases
    /// have run out.</summary>
    public async Task GiveBackAsync(IDatabase database)
    {
        for (var left = attempts.Count; left > 0 && attempts.TryDequeue(out var attempt); left--)
        {
            var isOver = false;
            try
            {
                isOver = await ReturnAsync(database, attempt).ConfigureAwait(false) > 0 || attempt.Until <= clock.Now;
            }
            finally
            {
                if (!isOver)
                {
                    attempts.Enqueue(attempt);
                }
            }
        }
    }

    private Task<long> ReturnAsync(IDatabase database, ClaimAttempt attempt) => scripts.RunForNumberAsync(
        database,
        RedisScript.Return,
        new ScriptCall().With(KeyKind.Sorted, keys.Due).Add(keys.Prefix).Add(attempt.Until).Add(attempt.Token).Add(clock.Now));
}
