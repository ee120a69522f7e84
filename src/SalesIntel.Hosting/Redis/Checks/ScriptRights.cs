using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Whether scripts may be run, without which nothing can be accepted.</summary>
internal static class ScriptRights
{
    private const string Trivial = "return redis.call('EXISTS', KEYS[1])";

    /// <summary>What is wrong, as the end of a sentence; null when scripts run.</summary>
    public static async Task<string?> FindFaultAsync(IServer server, int database, RedisKey key)
    {
        try
        {
            var digest = await server.ExecuteAsync(database, "SCRIPT", ["LOAD", Trivial]).ConfigureAwait(false);
            await server.ExecuteAsync(database, "EVALSHA", [digest.ToString(), 1, key]).ConfigureAwait(false);
            return null;
        }
        catch (RedisServerException refused) when (RedisFailure.IsDenied(refused))
        {
            return "does not let this user run scripts, without which nothing can be stored. Give the user of REDIS_URL the rights "
                + "+@scripting, and let the server have the commands EVALSHA and SCRIPT LOAD";
        }
    }
}
