using SalesIntel.Failures;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>A key of ours that holds the value of another program.</summary>
internal static class RedisForeignValue
{
    /// <summary>What concerns one event alone, which is to wait for a person while the others go on.</summary>
    public static PermanentFailureException At(RedisKey key) => new("foreign-value", $"In Redis {RedisScripts.Problem(key)} Then replay.");

    /// <summary>Reads one key.</summary>
    /// <exception cref="PermanentFailureException">It holds another kind of value.</exception>
    public static async Task<T> ReadAsync<T>(RedisKey key, Func<RedisKey, Task<T>> read)
    {
        try
        {
            return await read(key).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            throw At(key);
        }
    }
}
