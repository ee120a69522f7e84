namespace SalesIntel.Storage.Contract;

/// <summary>What became of an acceptance.</summary>
/// <param name="EventId">The event.</param>
/// <param name="IsDuplicate">True when it had been accepted before; then nothing was changed.</param>
public readonly record struct AcceptReceipt(string EventId, bool IsDuplicate);
