using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Says what a failed command means and what to do about it; null for what is no answer of a server.</summary>
internal static class RedisFailure
{
    /// <summary>What to do about values at our keys that are not ours.</summary>
    public const string ForeignAdvice =
        "Another program uses the same names: set REDIS_KEY_PREFIX to a prefix of this service's own, or give it a Redis of its own";

    /// <summary>What to set so that all keys are in one slot.</summary>
    public const string OneSlotAdvice = "Set REDIS_KEY_PREFIX to a prefix with a hash tag, e.g. {si}:, which puts all keys into one slot";

    private const int LongestAnswer = 120;

    private const string WrongPassword = "refused the user or password. Set the right ones in REDIS_URL";

    private const string Replica = "is a read-only replica. Point REDIS_URL at the primary, or at Sentinel (redis-sentinel://)";

    private const string Loading = "is still loading its data. It answers when it is done";

    private const string FailingOver = "is failing over, or has no primary. It answers when that is done";

    /// <summary>Explains a failure.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="server">Host and port.</param>
    /// <param name="lastFailure">Why the connection was lost last.</param>
    /// <param name="isReplica">True when only replicas are connected: writes are then refused on our side already.</param>
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
            RedisCommandException => "can't take all keys of a command at once. " + OneSlotAdvice,
            TimeoutException => "did not answer in time. Check its load and the network between",
            _ => null,
        };
        return what is null ? null : new StoreUnavailableException($"Redis at {server} {what}.", exception);
    }

    /// <summary>The word with which a refusal begins. A script's failure begins with the script's own words on older servers.</summary>
    public static string Code(string message)
    {
        var words = message.Split([' ', ':', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["ERR", ..] && message.Contains("script", StringComparison.OrdinalIgnoreCase)
            ? words.FirstOrDefault(word => Meaning(word) is not null) ?? words[0]
            : words.FirstOrDefault() ?? "";
    }

    /// <summary>True for an answer that says that a command is not there, or not for this user.</summary>
    public static bool IsDenied(RedisServerException refused) =>
        Code(refused.Message) == "NOPERM" || refused.Message.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase);

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

    // Whatever a server refuses was not done as asked: to the callers it is away, and the words say why.
    private static string Refusal(string message) =>
        Meaning(Code(message)) ?? $"refused a command ({Shorten(message)}). See its log and the version of this service";

    // A server repeats the arguments of a command that it does not know, and these may be anybody's data.
    private static string Shorten(string message)
    {
        var end = message.IndexOf(", with args", StringComparison.Ordinal);
        var text = (end < 0 ? message : message[..end]).ReplaceLineEndings(" ");
        return text.Length > LongestAnswer ? text[..LongestAnswer] : text;
    }

    private static string? Meaning(string code) => code switch
    {
        "OOM" => "is out of memory and refuses to write. Raise its maxmemory; keep maxmemory-policy noeviction",
        "READONLY" => Replica,
        "LOADING" => Loading,
        "MISCONF" => "can't save to disk and refuses to write. Free its disk, see its log",
        "NOAUTH" or "WRONGPASS" => WrongPassword,
        "NOPERM" => "does not allow this user to use all keys and commands. Give the user of REDIS_URL +@all on the key prefix",
        "MASTERDOWN" or "CLUSTERDOWN" or "TRYAGAIN" or "MOVED" or "ASK" or "UNBLOCKED" => FailingOver,
        "NOREPLICAS" => "has fewer replicas than its min-replicas-to-write and refuses to write. Check that the replicas run",
        "CROSSSLOT" => "is a cluster, and the keys are in several slots. " + OneSlotAdvice,
        "WRONGTYPE" => "holds a foreign value at one of the keys. " + ForeignAdvice,
        "BUSY" => "is busy with somebody's script. It answers when that has ended",
        "NOSCRIPT" => "lost its scripts a moment ago. They are loaded with the next try",
        "EXECABORT" => "refused to write",
        _ => null,
    };
}
