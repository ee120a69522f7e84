using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Runs scripts, each in one round trip.</summary>
internal sealed class RedisScripts(RedisKeys keys, string server)
{
    private volatile bool isAllowed;

    /// <summary>Tries whether the user may do all that scripts do, before one of them has written something.</summary>
    /// <returns>True.</returns>
    /// <exception cref="RedisServerException">It may not.</exception>
    public async Task<bool> CheckAsync(IDatabase database)
    {
        var call = new ScriptCall().With(KeyKind.Text, [.. keys.OneOfEachKind]).Add(keys.WakeName);
        await EvaluateAsync(database, RedisScript.Allowed, call).ConfigureAwait(false);
        return isAllowed = true;
    }

    /// <summary>The same, unless it was tried before and nothing was refused since.</summary>
    /// <exception cref="RedisServerException">It may not.</exception>
    public async Task EnsureAllowedAsync(IDatabase database) => _ = isAllowed || await CheckAsync(database).ConfigureAwait(false);

    /// <summary>Runs a script. It may answer with a negative number, which names a key that is not ours.</summary>
    public async Task<RedisResult> RunAsync(IDatabase database, RedisScript script, ScriptCall call)
    {
        await EnsureAllowedAsync(database).ConfigureAwait(false);
        try
        {
            return await EvaluateAsync(database, script, call).ConfigureAwait(false);
        }
        catch (RedisServerException)
        {
            // Its rights may have changed.
            isAllowed = false;
            throw;
        }
    }

    /// <summary>Runs a script that answers with a number.</summary>
    /// <exception cref="StoreUnavailableException">A key is not ours.</exception>
    public async Task<long> RunForNumberAsync(IDatabase database, RedisScript script, ScriptCall call)
    {
        var answer = (long)await RunAsync(database, script, call).ConfigureAwait(false);
        return answer >= 0 ? answer : throw Foreign(call.Key(-answer));
    }

    /// <summary>What is to be said when a key holds the value of another program. Keys of ours are safe to be shown.</summary>
    public StoreUnavailableException Foreign(RedisKey key) => new($"Redis at {server} holds something of another program: {Problem(key)}");

    /// <summary>The same where it concerns one event or lane alone.</summary>
    public static string Problem(RedisKey key) =>
        $"the key {key} has a value of another type. Remove it, or give SalesIntel names of its own with REDIS_KEY_PREFIX.";

    // By its hash it is not sent; a server that does not know it (a new one, one that was restarted, SCRIPT FLUSH) gets its text once.
    private static async Task<RedisResult> EvaluateAsync(IDatabase database, RedisScript script, ScriptCall call)
    {
        var (scriptKeys, values) = (call.Keys, call.Values);
        try
        {
            return await database.ScriptEvaluateAsync(script.Hash, scriptKeys, values).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            object[] arguments = [script.Text, scriptKeys.Length, .. scriptKeys.Cast<object>(), .. values.Cast<object>()];
            return await database.ExecuteAsync("EVAL", arguments).ConfigureAwait(false);
        }
    }
}
