namespace SalesIntel.Storage.Contract;

/// <summary>What the store says about itself.</summary>
/// <param name="Kind"><c>memory</c>, <c>redis</c>, <c>sqlite</c>.</param>
/// <param name="Version">Product and version, as it says.</param>
/// <param name="LanesWaiting">Lanes with events.</param>
/// <param name="DeadLetters">Events that need a person.</param>
/// <param name="OldestDue">Since when the longest-due lane has been due; null when nothing is due.</param>
public sealed record StoreStatus(string Kind, string Version, long LanesWaiting, long DeadLetters, DateTimeOffset? OldestDue);
