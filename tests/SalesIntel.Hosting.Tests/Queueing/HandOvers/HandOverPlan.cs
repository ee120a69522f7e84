using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing.HandOvers;

/// <summary>The way of an event through its stages, round and round: which stage and lane it has at each step.</summary>
internal sealed class HandOverPlan(int events, int handOvers)
{
    /// <summary>Hand-overs of each event; it runs once more than that.</summary>
    public int HandOversOfEach { get; } = (handOvers + events - 1) / events;

    public int Events { get; } = events;

    public static Stage StageAt(int step) => (Stage)(step % Enum.GetValues<Stage>().Length);

    /// <summary>Two events share a lane in one stage of each round, so that lanes have successors too.</summary>
    public static Lane LaneAt(int number, int step) =>
        new($"{StageAt(step)}:{Lead(StageAt(step) == Stage.Facts ? number / 2 : number).Value}".ToLowerInvariant());

    public static LeadKey Lead(int number) => LeadKey.FromEmail($"invitee{number}@ostrich-and-oak.example");

    public static NewEvent Event(int number) => new()
    {
        Source = "readai",
        EventType = "meeting_end",
        ExternalId = $"{number}",
        IdempotencyKey = $"readai:meeting_completed:{number}",
        Revision = "1",
        Payload = "{}"u8.ToArray(),
        Lane = LaneAt(number, 0),
        Stage = StageAt(0),
    };
}
