namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The body of <c>/healthz</c>.</summary>
internal sealed record HealthResponse
{
    public required string Status { get; init; }

    public string? Reason { get; init; }

    public StoreResponse? Store { get; init; }

    public required string Role { get; init; }

    public required bool DryRun { get; init; }

    public PumpResponse? Pump { get; init; }
}
