using SalesIntel.Leads;
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

    /// <summary>Adds what a commit says, as the commit's script reads it.</summary>
    public static void Add(ScriptCall call, RedisKeys keys, string eventId, EventCommit commit, TimeSpan life)
    {
        List<(RedisKey Hour, string Entry)> entries = [];
        if (commit.AwaitsBookingsOf is { } at)
        {
            entries.Add((keys.Awaiting(BookingHours.Of(at)), eventId));
        }

        foreach (var update in new[] { commit.Lead, commit.OtherLead }.OfType<LeadUpdate>())
        {
            entries.AddRange(BookingHours.Of(update).Select(hour => (keys.Booked(hour), update.Key.Value)));
        }

        call.Add(entries.Count);
        foreach (var (hour, entry) in entries)
        {
            call.AddKey(KeyKind.Sorted, hour).Add(entry).Add(life);
        }
    }

    private async Task<IReadOnlyList<string>> FindAsync(
        Func<string, RedisKey> key, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        var hours = await connection.RunAsync(
            database => Task.WhenAll(BookingHours.Between(from, to)
                .Select(hour => RedisForeignValue.ReadAsync(key(hour), found => database.SortedSetRangeByRankAsync(found, 0, limit - 1)))),
            cancellationToken).ConfigureAwait(false);
        return [.. hours.SelectMany(entries => entries).Select(entry => entry.ToString()).Distinct().Order(StringComparer.Ordinal).Take(limit)];
    }
}
