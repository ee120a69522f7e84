using System.Globalization;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Finds settings of the server with which accepted events could be lost.</summary>
internal sealed class RedisHealth(RedisConnection connection, RedisStoreOptions options, TimeProvider time)
{
    private static readonly Version OldestSupported = new(6, 2);
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(1);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) =>
        connection.RunAsync(CheckAsync, cancellationToken);

    private async Task<IReadOnlyList<string>> CheckAsync(IDatabase database)
    {
        List<string> warnings = [];
        var info = await RedisInfo.ReadAsync(database).ConfigureAwait(false);
        if (info.Refused)
        {
            warnings.Add("Redis does not let this user see INFO, so its version, role and memory were not checked.");
        }

        CheckVersion(info, warnings);
        CheckRole(info, warnings);
        CheckMemory(info, warnings);
        await CheckClockAsync(database, warnings).ConfigureAwait(false);
        if (!options.IsEmbedded && !info.IsGarnet)
        {
            await CheckConfigurationAsync(database, warnings).ConfigureAwait(false);
        }

        return warnings;
    }

    private static void CheckVersion(RedisInfo info, List<string> warnings)
    {
        if (!info.IsGarnet && Version.TryParse(info.Find("redis_version"), out var version) && version < OldestSupported)
        {
            warnings.Add($"{info.Version} is older than {OldestSupported}, with which nothing was tested. Upgrade it.");
        }
    }

    private static void CheckRole(RedisInfo info, List<string> warnings)
    {
        if (info.Find("role") == "slave")
        {
            warnings.Add("Redis is a read-only replica, so no event can be accepted. Point REDIS_URL at the primary.");
        }
    }

    private static void CheckMemory(RedisInfo info, List<string> warnings)
    {
        if (info.FindNumber("maxmemory") is > 0 and var limit && info.FindNumber("used_memory") is { } used && used > limit * 0.8)
        {
            warnings.Add(
                $"Redis uses {used >> 20} of {limit >> 20} MiB; when it is full no event can be accepted. Raise maxmemory, or keep events "
                + "for a shorter time (EVENT_TTL_SECONDS).");
        }

        if (info.Find("maxmemory_policy") is { } policy && policy != "noeviction")
        {
            warnings.Add(
                $"maxmemory-policy is {policy}: when memory is short Redis throws accepted events away. Set maxmemory-policy noeviction.");
        }
    }

    private async Task CheckClockAsync(IDatabase database, List<string> warnings)
    {
        try
        {
            var answer = (RedisValue[]?)await database.ExecuteAsync("TIME").ConfigureAwait(false);
            if (answer is not { Length: 2 })
            {
                return;
            }

            var theirs = AtMicroseconds((long)answer[0], (long)answer[1]);
            var skew = (theirs - time.GetUtcNow()).Duration();
            if (skew > TolerableSkew)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture,
                    $"The clocks of this host and of Redis differ by {skew.TotalSeconds:0.0} s. Leases and retries of several hosts rely on "
                    + $"clocks that agree: set up time synchronisation (NTP)."));
            }
        }
        catch (RedisServerException refused)
        {
            warnings.Add($"Redis does not tell its time ({FirstWord(refused)}), so clocks were not compared.");
        }
    }

    private static async Task CheckConfigurationAsync(IDatabase database, List<string> warnings)
    {
        try
        {
            var append = (RedisValue[]?)await database.ExecuteAsync("CONFIG", "GET", "appendonly").ConfigureAwait(false);
            if (append is [_, var appendOnly] && appendOnly == "no")
            {
                warnings.Add(
                    "appendonly is no: a crash of Redis loses what was accepted since its last snapshot. Set appendonly yes "
                    + "(and appendfsync everysec, or always to lose nothing).");
            }
        }
        catch (RedisServerException refused)
        {
            warnings.Add($"Redis does not show its configuration ({FirstWord(refused)}), so its durability was not checked.");
        }
    }

    private static DateTimeOffset AtMicroseconds(long seconds, long microseconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private static string FirstWord(RedisServerException refused) => refused.Message.Split(' ', 2)[0];
}
