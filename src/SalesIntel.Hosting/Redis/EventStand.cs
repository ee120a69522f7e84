using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Where an event stands that begins, as scripts read it: in a lane, or aside for its life.</summary>
internal static class EventStand
{
    public const string InLane = "lane";

    public static string Of(NewEvent accepted) => accepted is { Status: EventStatus.Queued, Lane: not null } ? InLane : "aside";

    /// <summary>Adds what follows from <see cref="Of"/>; the key of its lane comes last.</summary>
    public static void Add(ScriptCall call, RedisKeys keys, NewEvent accepted, DateTimeOffset now, TimeSpan life)
    {
        if (accepted is { Status: EventStatus.Queued, Lane: { } lane })
        {
            Add(call, keys, lane);
            return;
        }

        call.Add(life);
        _ = accepted.Status == EventStatus.Failed ? call.Add(now - life) : call.Add(RedisValue.EmptyString);
    }

    /// <summary>Adds what follows from <see cref="InLane"/>.</summary>
    public static void Add(ScriptCall call, RedisKeys keys, Lane lane) =>
        call.With(KeyKind.Sorted, keys.Mailbox(lane)).Add(lane.Value, keys.WakeName);
}
