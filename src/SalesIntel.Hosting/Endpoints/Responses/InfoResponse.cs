namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The body of <c>/debug/info</c>; shows secrets only as set or not set.</summary>
internal sealed record InfoResponse(
    string Version,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyList<string> Warnings,
    StoreResponse Store,
    PumpResponse? Pump);
