using SalesIntel.Storage;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Says what a failed command means and what to do about it; null for what is no outage but a mistake in our code.</summary>
internal static class RedisFailure
{
    public static StoreUnavailableException? Explain(Exception exception, string server, ConnectionFailureType lastFailure)
    {
        var what = exception switch
        {
            RedisServerException refused => Refusal(refused.Message),
            RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => WrongPassword,
            RedisConnectionException when lastFailure == ConnectionFailureType.AuthenticationFailure => WrongPassword,
            RedisConnectionException { FailureType: ConnectionFailureType.Loading } => Loading,
            RedisConnectionException or ObjectDisposedException =>
                "can't be reached. Check that it is running and that REDIS_URL names it",
            RedisTimeoutException => "did not answer in time. Check its load and the network between",
            _ => null,
        };
        return what is null ? null : new StoreUnavailableException($"Redis at {server} {what}.", exception);
    }

    private const string WrongPassword = "refused the user or password. Set the right ones in REDIS_URL";

    private const string Loading = "is still loading its data. It answers when it is done";

    private static string? Refusal(string message) => message.Split(' ', 2)[0] switch
    {
        "OOM" => "is out of memory and refuses to write. Raise its maxmemory; keep maxmemory-policy noeviction",
        "READONLY" => "is a read-only replica. Point REDIS_URL at the primary",
        "LOADING" => Loading,
        "MISCONF" => "can't save to disk and refuses to write. Free its disk, see its log",
        "NOAUTH" or "WRONGPASS" => WrongPassword,
        "NOPERM" => "does not allow this user to use all keys and commands. Give the user of REDIS_URL +@all on the key prefix",
        "MASTERDOWN" or "CLUSTERDOWN" or "NOREPLICAS" or "TRYAGAIN" => "is failing over. It answers when that is done",
        "EXECABORT" => "refused to write",
        _ => null,
    };
}
