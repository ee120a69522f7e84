namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>One call of the contract, the same for every store.</summary>
/// <param name="Text">What it is, for a failure.</param>
/// <param name="Run">Makes it and says what came of it.</param>
internal sealed record StoreStep(string Text, Func<StoreSide, StoreClient, Task<string>> Run);
