namespace SalesIntel.Storage.Contract;

/// <summary>What a process holds of the slots of a name.</summary>
/// <param name="Held">Slots that it holds from now on for <see cref="SlotRequest.Life"/>. Fewer than were in use when they had
/// lapsed.</param>
/// <param name="Share">How many it is to keep: when it holds more it gives them back, by asking again, as soon as they are not in
/// use.</param>
/// <param name="Holders">How many processes have asked for slots of this name lately, this one included.</param>
/// <param name="Changed">Ends when another process has given slots back, or waits for some. It may miss that: whoever waits asks again
/// after a second at the latest.</param>
public sealed record SlotGrant(int Held, int Share, int Holders, Task Changed);
