namespace SalesIntel.Storage.Contract;

/// <summary>What a store keeps about one process and the slots of one name.</summary>
/// <param name="Holder">The process.</param>
/// <param name="Held">Slots that it holds.</param>
/// <param name="Wanted">Slots that it wants.</param>
/// <param name="Capacity">How many there are, as it says.</param>
/// <param name="Turn">Counts up: higher for whoever has begun to hold some later; 0 when it has held none yet.</param>
/// <param name="Until">When all of this lapses, by the store's clock.</param>
public sealed record SlotHolder(string Holder, int Held, int Wanted, int Capacity, long Turn, DateTimeOffset Until)
{
    /// <summary>True when it waits for slots.</summary>
    internal bool IsShort => Held < Wanted;

    /// <summary>True when it takes part in the division.</summary>
    internal bool IsActive => Held > 0 || Wanted > 0;
}
