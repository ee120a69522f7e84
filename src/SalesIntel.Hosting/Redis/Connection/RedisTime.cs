using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Keeps the store's clock at the server's time: asked before the first use, after each reconnection, and now and then.</summary>
internal sealed class RedisTime(StoreClock clock, TimeProvider time, bool isFollowed)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan UsualTrip = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private bool isKnown;
    private TimeSpan longestTrip = UsualTrip;
    private long? askedAt;
    private bool isRefused;

    /// <summary>The connection was made anew, perhaps to another server.</summary>
    public void Forget()
    {
        lock (gate)
        {
            askedAt = null;
            isRefused = false;
        }
    }

    /// <summary>Asks the server when its time is not known, or was not asked for a while.</summary>
    public async ValueTask EnsureAsync(Func<IServer> primary)
    {
        if (!TryBegin())
        {
            return;
        }

        try
        {
            var sent = time.GetTimestamp();
            var theirs = await ReadAsync(primary()).ConfigureAwait(false);
            if (theirs is { } answered)
            {
                Take(answered, time.GetElapsedTime(sent));
            }
        }
        catch (RedisServerException refused) when (RedisFailure.IsDenied(refused))
        {
            // Then every host goes by its own clock, and the check at the start has said so.
            lock (gate)
            {
                isRefused = true;
            }
        }
    }

    /// <summary>The server's time; null when the answer can't be read.</summary>
    /// <exception cref="RedisServerException">It does not tell it.</exception>
    public static async Task<DateTimeOffset?> ReadAsync(IServer server)
    {
        var answer = (RedisValue[]?)await server.ExecuteAsync("TIME").ConfigureAwait(false);
        return answer is [var seconds, var microseconds]
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).AddTicks((long)microseconds * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    // An answer that was longer on its way than usual says less about the moment at which it arrives.
    private void Take(DateTimeOffset theirs, TimeSpan trip)
    {
        lock (gate)
        {
            if (isKnown && trip > longestTrip)
            {
                longestTrip *= 2;
                return;
            }

            // A first answer that was slow is asked again with the next use.
            askedAt = trip > UsualTrip && !isKnown ? null : askedAt;
            isKnown = true;
            longestTrip = trip * 2 > UsualTrip ? trip * 2 : UsualTrip;
            clock.Follow(theirs + (trip / 2));
        }
    }

    private bool TryBegin()
    {
        lock (gate)
        {
            // Until it is known everybody asks; later one of many.
            if (!isFollowed || isRefused || (isKnown && askedAt is { } at && time.GetElapsedTime(at) < Interval))
            {
                return false;
            }

            askedAt = time.GetTimestamp();
            return true;
        }
    }
}
