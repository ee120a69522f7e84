using System.Text.RegularExpressions;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Says what a failed command means and what to do about it; null for what is no outage but a mistake in our code.</summary>
internal static partial class RedisFailure
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
            RedisCommandException refused when refused.Message.Contains("single slot", StringComparison.Ordinal) => Cluster,
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

    private const string Cluster =
        "is a cluster, and its keys are in several slots. Set REDIS_KEY_PREFIX to a text in braces, e.g. {salesintel}:";

    private const string NoRights =
        "does not allow this user to use all keys, channels and commands. Give the user of REDIS_URL the commands "
        + "+@read +@write +@scripting +@pubsub +@connection +info +time, and the keys and channels that begin with REDIS_KEY_PREFIX";

    private static string? Refusal(string message) => Code(message) switch
    {
        "OOM" => "is out of memory and refuses to write. Raise its maxmemory; keep maxmemory-policy noeviction",
        "READONLY" => Replica,
        "LOADING" => Loading,
        "MISCONF" => "can't save to disk and refuses to write. Free its disk, see its log",
        "NOAUTH" or "WRONGPASS" => WrongPassword,
        "NOPERM" => NoRights,
        "CROSSSLOT" => Cluster,
        "BUSY" => "is busy with a script of another program. It answers when that has ended, or was ended with SCRIPT KILL",
        "MASTERDOWN" or "CLUSTERDOWN" or "NOREPLICAS" or "TRYAGAIN" => "is failing over. It answers when that is done",
        "ERR" when IsUnknownScripting(message) => "does not run scripts. Allow the commands EVAL and EVALSHA",
        "ERR" when IsWithoutRights(message) => NoRights,
        _ => null,
    };

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
    private static bool IsWithoutRights(string message) =>
        message.Contains("ACL failure in script", StringComparison.Ordinal)
        || message.Contains("The user executing the script can't", StringComparison.Ordinal)
        || message.Contains("Unknown Redis command called from", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^ERR Error running script.*@user_script: ?\d+: -?(?<code>[A-Z]{3,}) ")]
    private static partial Regex InScript();
}
