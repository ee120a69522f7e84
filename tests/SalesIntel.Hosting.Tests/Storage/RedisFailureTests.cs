using SalesIntel.Hosting.Redis;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>What a refusal is taken for, in the words of the versions that are supported. Version 6.2 wraps what a command in a script was
/// refused with.</summary>
public sealed class RedisFailureTests
{
    private const string Wrapped = "ERR Error running script (call to f_0123456789abcdef0123456789abcdef01234567): @user_script:12: ";

    [Theory]
    [InlineData("OOM command not allowed when used memory > 'maxmemory'. script: 0123, on @user_script:90.", "out of memory")]
    [InlineData(Wrapped + "@user_script: 12: -OOM command not allowed when used memory > 'maxmemory'.", "out of memory")]
    [InlineData("READONLY You can't write against a read only replica. script: 0123, on @user_script:90.", "read-only replica")]
    [InlineData(Wrapped + "@user_script: 12: -READONLY You can't write against a read only replica.", "read-only replica")]
    [InlineData(Wrapped + "@user_script: 12: -MISCONF Redis is configured to save RDB snapshots, but it is not able to persist on disk.", "can't save to disk")]
    [InlineData("NOREPLICAS Not enough good replicas to write. script: 0123, on @user_script:90.", "fewer replicas than its min-replicas-to-write")]
    [InlineData("NOPERM this user has no permissions to run the 'evalsha' command", "Give the user of REDIS_URL the commands")]
    [InlineData("ERR ACL failure in script: User app has no permissions to run the 'zadd' command", "Give the user of REDIS_URL the commands")]
    [InlineData(Wrapped + "@user_script: 12: The user executing the script can't run this command or subcommand", "Give the user of REDIS_URL the commands")]
    [InlineData(Wrapped + "@user_script: 12: The user executing the script can't access at least one of the keys mentioned", "Give the user of REDIS_URL the commands")]
    [InlineData("ERR unknown command 'EVALSHA', with args beginning with: ", "Allow the commands EVAL and EVALSHA")]
    [InlineData("CROSSSLOT Keys in request don't hash to the same slot", "Set REDIS_KEY_PREFIX to a text in braces")]
    [InlineData("MOVED 866 127.0.0.1:7001", "is failing over")]
    [InlineData("CLUSTERDOWN The cluster is down", "is failing over")]
    [InlineData("UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)", "is failing over")]
    [InlineData("ERR unknown command 'ZCARD', with args beginning with: 'lead:ada@lovelace.example' ", "refused a command (ERR unknown command 'ZCARD')")]
    [InlineData("BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.", "SCRIPT KILL")]
    public void Refusal_says_what_to_do(string answer, string said)
    {
        var explained = RedisFailure.Explain(new RedisServerException(default, CommandFlags.None, answer), "host:1", ConnectionFailureType.None, isReplica: false);
        Assert.Contains(said, explained!.Message, StringComparison.Ordinal);
    }
}
