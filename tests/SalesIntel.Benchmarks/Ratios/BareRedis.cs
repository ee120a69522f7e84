using System.Net;
using StackExchange.Redis;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>SET and ZADD in one transaction.</summary>
internal sealed class BareRedis(ConnectionMultiplexer connection) : IBareStore
{
    public static async Task<BareRedis> ConnectAsync(Uri url) => new(await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
    {
        EndPoints = { { IPAddress.Loopback, url.Port } }, Password = url.UserInfo.TrimStart(':'),
    }));

    public async Task StoreAsync(string key, byte[] body, long score)
    {
        var transaction = connection.GetDatabase().CreateTransaction();
        _ = transaction.StringSetAsync(key, body);
        _ = transaction.SortedSetAddAsync("bare", key, score);
        await transaction.ExecuteAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
