namespace SalesIntel.Hosting.Endpoints;

/// <summary>What <c>/debug/info</c> says: secrets only as set or not set.</summary>
internal sealed record InfoAnswer(
    string Version,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyList<string> Warnings,
    StoreAnswer Store,
    PumpAnswer? Pump);
