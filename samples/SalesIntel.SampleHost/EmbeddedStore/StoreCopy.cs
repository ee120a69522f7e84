using StackExchange.Redis;

namespace SalesIntel.SampleHost;

/// <summary>Copies all keys of one server to another, with their times to live.</summary>
internal sealed class StoreCopy(EmbeddedServer source, EmbeddedServer target)
{
    private const int PageSize = 200;

    /// <summary>Copies, and proves that all is there.</summary>
    /// <exception cref="InvalidOperationException">Something was not copied.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<RedisKey>();
        await foreach (var page in source.KeysAsync(PageSize).Where(seen.Add).Chunk(PageSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var copied = page.Zip(await Task.WhenAll(page.Select(CopyAsync)).ConfigureAwait(false))
                .Where(one => one.Second)
                .Select(one => one.First)
                .ToArray();
            var there = await target.Database.KeyExistsAsync(copied).ConfigureAwait(false);
            if (there < copied.Length && there < await source.Database.KeyExistsAsync(copied).ConfigureAwait(false))
            {
                throw new InvalidOperationException(
                    $"The embedded store could not be copied: of {copied.Length} keys {there} arrived. Start it again.");
            }
        }
    }

    // False for a key that has ended meanwhile.
    private async Task<bool> CopyAsync(RedisKey key)
    {
        var (from, to) = (source.Database, target.Database);
        var lifeRead = from.KeyTimeToLiveAsync(key);
        switch (await from.KeyTypeAsync(key).ConfigureAwait(false))
        {
            case RedisType.String:
                if (await from.StringGetAsync(key).ConfigureAwait(false) is not { IsNull: false } text)
                {
                    return false;
                }

                await to.StringSetAsync(key, text).ConfigureAwait(false);
                break;

            case RedisType.Hash:
                if (await from.HashGetAllAsync(key).ConfigureAwait(false) is not { Length: > 0 } hash)
                {
                    return false;
                }

                await to.HashSetAsync(key, hash).ConfigureAwait(false);
                break;

            case RedisType.SortedSet:
                if (await from.SortedSetRangeByRankWithScoresAsync(key).ConfigureAwait(false) is not { Length: > 0 } members)
                {
                    return false;
                }

                await to.SortedSetAddAsync(key, members).ConfigureAwait(false);
                break;

            case RedisType.None:
                return false;

            case var other:
                throw new InvalidOperationException($"The embedded store holds a key of the type {other}, which nothing of ours writes.");
        }

        if (await lifeRead.ConfigureAwait(false) is { } life)
        {
            await to.KeyExpireAsync(key, life).ConfigureAwait(false);
        }

        return true;
    }
}
