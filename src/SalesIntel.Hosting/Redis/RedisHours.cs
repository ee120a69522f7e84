using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The leads with bookings, and the events that await bookings, by hour. Each hour is a sorted set in which all scores are equal,
/// so that its members are in the order of their names.</summary>
internal sealed class RedisHours(RedisConnection connection, RedisKeys keys)
{
    public async Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        [.. (await FindAsync(keys.Booked, from, to, limit, cancellationToken).ConfigureAwait(false)).Select(lead => new LeadKey(lead))];

    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        FindAsync(keys.Awaiting, from, to, limit, cancellationToken);

    /// <summary>Enters what a commit says.</summary>
    public static void Record(ITransaction transaction, RedisKeys keys, string eventId, EventCommit commit, TimeSpan life)
    {
        if (commit.AwaitsBookingsOf is { } at)
        {
            Enter(transaction, keys.Awaiting(BookingHours.Of(at)), eventId, life);
        }

        foreach (var update in new[] { commit.Lead, commit.OtherLead }.OfType<LeadUpdate>())
        {
            foreach (var hour in BookingHours.Of(update))
            {
                Enter(transaction, keys.Booked(hour), update.Key.Value, life);
            }
        }
    }

    private static void Enter(ITransaction transaction, RedisKey key, string entry, TimeSpan life)
    {
        _ = transaction.SortedSetAddAsync(key, entry, 0);
        _ = transaction.KeyExpireAsync(key, life);
    }

    private async Task<IReadOnlyList<string>> FindAsync(
        Func<string, RedisKey> key, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        var hours = await connection.RunAsync(
            database => Task.WhenAll(BookingHours.Between(from, to)
                .Select(hour => database.SortedSetRangeByRankAsync(key(hour), 0, limit - 1))),
            cancellationToken).ConfigureAwait(false);
        return [.. hours.SelectMany(entries => entries).Select(entry => entry.ToString()).Distinct().Order(StringComparer.Ordinal).Take(limit)];
    }
}
