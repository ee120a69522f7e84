using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Says what a failed command means and what to do about it; null for what is no outage but a mistake in our code.</summary>
internal static class RedisFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="server">Host and port.</param>
    /// <param name="lastFailure">Why the connection was lost last.</param>
    /// <param name="isReplica">True when the server that is connected is a replica: writes are then refused on our side already.</param>
    public static StoreUnavailableException? Explain(
        Exception exception, string server, ConnectionFailureType lastFailure, bool isReplica)
    {
        var what = exception switch
        {
            RedisServerException refused => Refusal(refused.Message),
            RedisConnectionException when Find(exception, lastFailure, ConnectionFailureType.AuthenticationFailure) => WrongPassword,
            RedisConnectionException when Find(exception, lastFailure, ConnectionFailureType.Loading) => Loading,
            RedisConnectionException when isReplica => Replica,
            RedisConnectionException or ObjectDisposedException =>
                "can't be reached. Check that it is running and that REDIS_URL names it",
            TimeoutException => "did not answer in time. Check its load and the network between",
            _ => null,
        };
        return what is null ? null : new StoreUnavailableException($"Redis at {server} {what}.", exception);
    }

    private static bool Find(Exception exception, ConnectionFailureType last, ConnectionFailureType wanted)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is RedisConnectionException failed && failed.FailureType == wanted)
            {
                return true;
            }
        }

        return last == wanted;
    }

    private const string WrongPassword = "refused the user or password. Set the right ones in REDIS_URL";

    private const string Replica = "is a read-only replica. Point REDIS_URL at the primary";

    private const string Loading = "is still loading its data. It answers when it is done";

    private static string? Refusal(string message) => message.Split(' ', 2)[0] switch
    {
        "OOM" => "is out of memory and refuses to write. Raise its maxmemory; keep maxmemory-policy noeviction",
        "READONLY" => Replica,
        "LOADING" => Loading,
        "MISCONF" => "can't save to disk and refuses to write. Free its disk, see its log",
        "NOAUTH" or "WRONGPASS" => WrongPassword,
        "NOPERM" => "does not allow this user to use all keys and commands. Give the user of REDIS_URL +@all on the key prefix",
        "MASTERDOWN" or "CLUSTERDOWN" or "NOREPLICAS" or "TRYAGAIN" => "is failing over. It answers when that is done",
        "EXECABORT" => "refused to write",
        _ => null,
    };
}
