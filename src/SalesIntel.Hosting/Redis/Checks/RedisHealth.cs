using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Finds settings of the server with which accepted events could be lost or refused.</summary>
/// <param name="connection">The connection.</param>
/// <param name="foreign">Looks for other programs' values.</param>
/// <param name="scripts">Try what the user may do.</param>
/// <param name="replicas">How many replicas are waited for.</param>
/// <param name="time">The clock.</param>
internal sealed class RedisHealth(
    RedisConnection connection, ForeignKeys foreign, RedisScripts scripts, int replicas, TimeProvider time)
{
    private const long SmallestRoom = 16 << 20;

    private static readonly Version OldestSupported = new(6, 2);
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(1);

    /// <exception cref="RedisMistakeException">Nothing can be accepted until somebody changes a setting.</exception>
    /// <exception cref="StoreUnavailableException">The server can't be reached.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var refusal = await FindRefusalAsync(cancellationToken).ConfigureAwait(false);
        if (await connection.RunAsync(foreign.FindFixedAsync, cancellationToken).ConfigureAwait(false) is { } mistake)
        {
            throw new RedisMistakeException($"Redis at {connection.Server} {mistake}.");
        }

        var warnings = await connection.RunAsync((_, primary) => FindRisksAsync(primary()), cancellationToken).ConfigureAwait(false);
        if (await connection.RunAsync(
            (database, primary) => FindForeignAsync(primary(), database.Database), cancellationToken).ConfigureAwait(false) is { } seen)
        {
            warnings.Add(seen);
        }

        if (refusal is not null)
        {
            warnings.Add(refusal);
        }

        return warnings;
    }

    // Rights that are missing must be given by somebody; whatever else it refuses for may pass.
    private async Task<string?> FindRefusalAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.RunAsync(scripts.CheckAsync, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (StoreUnavailableException refused) when (refused.InnerException is RedisServerException answer)
        {
            return RedisFailure.IsWithoutRights(answer.Message) ? throw new RedisMistakeException(refused.Message) : refused.Message;
        }
    }

    private async Task<string?> FindForeignAsync(IServer server, int database)
    {
        try
        {
            return await foreign.FindSampledAsync(server, database).ConfigureAwait(false);
        }
        catch (RedisServerException refused) when (RedisFailure.IsDenied(refused))
        {
            return $"Redis does not list its keys ({FirstWord(refused)}), so it was not checked whether another program uses the same names.";
        }
    }

    private async Task<List<string>> FindRisksAsync(IServer server)
    {
        List<string> warnings = [];
        var info = await RedisInfo.ReadAsync(server).ConfigureAwait(false);
        if (info.Refused)
        {
            warnings.Add("Redis does not let this user see INFO, so its version, role and memory were not checked.");
        }

        CheckVersion(info, warnings);
        CheckRole(info, warnings);
        CheckReplicas(info, warnings);
        CheckMemory(info, warnings);
        await CheckClockAsync(server, warnings).ConfigureAwait(false);
        CheckSaving(info, warnings);
        await CheckPersistenceAsync(server, info, warnings).ConfigureAwait(false);
        return warnings;
    }

    private static void CheckVersion(RedisInfo info, List<string> warnings)
    {
        if (Version.TryParse(info.Find("redis_version"), out var version) && version < OldestSupported)
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

    private void CheckReplicas(RedisInfo info, List<string> warnings)
    {
        if (info.FindNumber("connected_slaves") is { } connected && connected < replicas)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"REDIS_WAIT_REPLICAS is {replicas}, and {Counted.Of(connected, "replica is", "replicas are")} connected: until there are more, webhooks are answered with 503. "
                + $"Start replicas, or lower it."));
        }
    }

    private static void CheckMemory(RedisInfo info, List<string> warnings)
    {
        if (info.FindNumber("maxmemory") is > 0 and var limit && info.FindNumber("used_memory") is { } used
            && (used > limit * 0.8 || limit - used < SmallestRoom))
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

    private async Task CheckClockAsync(IServer server, List<string> warnings)
    {
        try
        {
            if (await RedisTime.ReadAsync(server).ConfigureAwait(false) is not { } theirs)
            {
                return;
            }

            var skew = (theirs - time.GetUtcNow()).Duration();
            if (skew > TolerableSkew)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture,
                    $"The clocks of this host and of Redis differ by {skew.TotalSeconds:0.0} s. The queue goes by Redis's clock; the age of "
                    + $"webhook signatures and the times in logs go by this host's: set up time synchronisation (NTP)."));
            }
        }
        catch (RedisServerException refused)
        {
            warnings.Add(
                $"Redis does not tell its time ({FirstWord(refused)}), so the queue goes by this host's clock. Several hosts must agree about "
                + "theirs: allow the command TIME, or set up time synchronisation (NTP).");
        }
    }

    private static void CheckSaving(RedisInfo info, List<string> warnings)
    {
        if (info.Find("aof_last_write_status") == "err" || info.Find("rdb_last_bgsave_status") == "err")
        {
            warnings.Add("Redis could not save to disk the last time it tried: a crash loses accepted events. Free its disk, see its log.");
        }
    }

    // INFO tells it on managed servers too, which hide CONFIG.
    private static async Task CheckPersistenceAsync(IServer server, RedisInfo info, List<string> warnings)
    {
        try
        {
            var appends = info.FindNumber("aof_enabled") is { } told ? told == 1
                : await ConfigurationAsync(server, "appendonly").ConfigureAwait(false) != "no";
            if (!appends)
            {
                warnings.Add(
                    "appendonly is no: a crash of Redis loses what was accepted since its last snapshot. Set appendonly yes and "
                    + "appendfsync always.");
            }
            else if (WhatIsLost(await ConfigurationAsync(server, "appendfsync").ConfigureAwait(false)) is { } lost)
            {
                warnings.Add($"{lost}. Set appendfsync always to lose nothing; each webhook then waits for the disk.");
            }
        }
        catch (RedisServerException) when (info.Find("aof_enabled") is not null)
        {
            // INFO has said that it persists; how often is the affair of whoever runs it.
        }
        catch (RedisServerException refused)
        {
            warnings.Add($"Redis does not show its configuration ({FirstWord(refused)}), so its durability was not checked.");
        }
    }

    private static string? WhatIsLost(string? appendfsync) => appendfsync switch
    {
        "no" => "appendfsync is no: a crash of Redis's machine may lose half a minute of accepted events",
        "everysec" => "appendfsync is everysec: a power failure may lose a second of accepted events, and a kill of Redis while its disk is slow two",
        _ => null,
    };

    private static async Task<string?> ConfigurationAsync(IServer server, string name) =>
        (RedisValue[]?)await server.ExecuteAsync("CONFIG", "GET", name).ConfigureAwait(false) is [_, var value] ? value.ToString() : null;

    private static string FirstWord(RedisServerException refused) => refused.Message.Split(' ', 2)[0];
}
