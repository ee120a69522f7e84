using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Small shared values and locks; Redis itself ends their lives.</summary>
internal sealed class RedisSharedState(RedisConnection connection, RedisScripts scripts, RedisKeys keys, ILogger logger)
{
    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => (string?)await database.StringGetAsync(keys.Value(key)).ConfigureAwait(false), cancellationToken);

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        connection.RunAsync(database => database.StringSetAsync(keys.Value(key), value, life), cancellationToken);

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        RemoveAsync(keys.Value(key), expected, cancellationToken);

    public async Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var token = RedisLane.NewToken();
        var taken = await connection.RunAsync(
            database => database.StringSetAsync(keys.Lock(name), token, atMost, When.NotExists), cancellationToken).ConfigureAwait(false);
        return taken ? new HeldLock(this, name, token) : null;
    }

    private Task RemoveAsync(RedisKey key, string expected, CancellationToken cancellationToken) =>
        connection.RunAsync(
            database => scripts.RunForNumberAsync(database, RedisScript.Remove, new ScriptCall().With(KeyKind.Text, key).Add(expected)),
            cancellationToken);

    private ILogger Logger => logger;

    private RedisKey LockKey(string name) => keys.Lock(name);

    private sealed class HeldLock(RedisSharedState state, string name, string token) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await state.RemoveAsync(state.LockKey(name), token, CancellationToken.None).ConfigureAwait(false);
            }
            catch (StoreUnavailableException exception)
            {
                // What was done under the lock is done; an outage now must not turn it into a failure.
                Log.LockNotReturned(state.Logger, name, exception);
            }
        }
    }
}
