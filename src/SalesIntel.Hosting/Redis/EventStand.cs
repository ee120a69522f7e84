using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Where an event stands that begins, as scripts read it.</summary>
internal static class EventStand
{
    /// <summary>In a lane, or aside for its life.</summary>
    public static void Add(ScriptCall call, RedisKeys keys, NewEvent accepted, DateTimeOffset now, TimeSpan life)
    {
        if (accepted is { Status: EventStatus.Queued, Lane: { } lane })
        {
            Add(call, keys, lane);
            return;
        }

        call.Add("aside").Add(life);
        _ = accepted.Status == EventStatus.Failed ? call.Add(now - life) : call.Add(RedisValue.EmptyString);
    }

    /// <summary>In a lane.</summary>
    public static void Add(ScriptCall call, RedisKeys keys, Lane lane) =>
        call.With(KeyKind.Sorted, keys.Mailbox(lane)).Add("lane", lane.Value, keys.WakeName);
}
