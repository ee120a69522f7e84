using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Says what a failed command means and what to do about it; null for what is no refusal but a mistake in our code, or in data that
/// the caller knows how to set aside.</summary>
internal static partial class RedisFailure
{
    /// <summary>What to do about values at our keys that are not ours.</summary>
    public const string ForeignAdvice =
        "Another program uses the same names: set REDIS_KEY_PREFIX to a prefix of this service's own, or give it a Redis of its own";

    /// <summary>What to set so that all keys are in one slot.</summary>
    public const string OneSlotAdvice = "Set REDIS_KEY_PREFIX to a text in braces, e.g. {si}:, which puts all keys into one slot";

    private const int LongestAnswer = 120;

    private const string WrongPassword = "refused the user or password. Set the right ones in REDIS_URL";

    private const string Replica = "is a read-only replica. Point REDIS_URL at the primary, or at Sentinel (redis-sentinel://)";

    private const string Loading = "is still loading its data. It answers when it is done";

    private const string Scriptless = "does not run scripts. Allow the commands EVAL and EVALSHA";

    private const string NoRights =
        "does not allow this user to use all keys, channels and commands. Give the user of REDIS_URL the commands "
        + "+@read +@write +@scripting +@pubsub +@connection +info +time, and the keys and channels that begin with REDIS_KEY_PREFIX";

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
                "can't be reached. Check that it is running, and that REDIS_URL has its host, user and password",
            RedisCommandException => "can't take all keys of a command at once. " + OneSlotAdvice,
            TimeoutException => "did not answer in time. Check its load and the network between",
            _ => null,
        };
        return what is null ? null : new StoreUnavailableException($"Redis at {server} {what}.", exception);
    }

    /// <summary>True for an answer that says that a command is not there, or not for this user.</summary>
    public static bool IsDenied(RedisServerException refused) =>
        Code(refused.Message) == "NOPERM" || refused.Message.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for an answer that stays the same until somebody gives this user more rights.</summary>
    public static bool IsWithoutRights(string message) =>
        Code(message) == "NOPERM" || IsUnknownScripting(message) || IsForbiddenInScript(message);

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
    private static string? Refusal(string message) =>
        Meaning(Code(message))
        ?? (IsUnknownScripting(message) ? Scriptless
            : IsForbiddenInScript(message) ? NoRights
            : IsMistake(message) ? null
            : $"refused a command ({Shorten(message)}). See its log, and whether its version is 6.2 or later");

    private static bool IsMistake(string message) =>
        Code(message) == "WRONGTYPE" || message.Contains("user_script", StringComparison.Ordinal);

    // Before version 7 what a command inside of a script was refused with stands behind words about the script.
    private static string Code(string message)
    {
        var inner = InScript().Match(message);
        return inner.Success ? inner.Groups["code"].Value : message.Split(' ', 2)[0];
    }

    private static bool IsUnknownScripting(string message) =>
        message.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase)
        && message.Contains("EVAL", StringComparison.OrdinalIgnoreCase);

    // A command in a script that was renamed away counts too.
    private static bool IsForbiddenInScript(string message) =>
        message.Contains("ACL failure in script", StringComparison.Ordinal)
        || message.Contains("The user executing the script can't", StringComparison.Ordinal)
        || message.Contains("Unknown Redis command called from", StringComparison.OrdinalIgnoreCase);

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
        "NOPERM" => NoRights,
        "MASTERDOWN" or "CLUSTERDOWN" or "TRYAGAIN" or "MOVED" or "ASK" or "UNBLOCKED" => FailingOver,
        "NOREPLICAS" => "has fewer replicas than its min-replicas-to-write and refuses to write. Check that the replicas run",
        "CROSSSLOT" => "is a cluster, and the keys are in several slots. " + OneSlotAdvice,
        "BUSY" => "is busy with a script of another program. It answers when that has ended, or was ended with SCRIPT KILL",
        "NOSCRIPT" => "lost its scripts a moment ago. They are loaded with the next try",
        _ => null,
    };

    [GeneratedRegex(@"^ERR Error running script.*@user_script: ?\d+: -?(?<code>[A-Z]{3,}) ")]
    private static partial Regex InScript();
}
