namespace SalesIntel.Zoho.Client;

/// <summary>What a <see cref="SlotPool"/> goes by; it may change.</summary>
/// <param name="Name">The name of the slots in the store.</param>
/// <param name="Capacity">How many there are for all processes.</param>
internal sealed record SlotPoolSettings(string Name, Func<int> Capacity);
