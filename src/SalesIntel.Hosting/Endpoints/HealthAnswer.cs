namespace SalesIntel.Hosting.Endpoints;

/// <summary>What <c>/healthz</c> says.</summary>
internal sealed record HealthAnswer
{
    public required string Status { get; init; }

    public string? Reason { get; init; }

    public StoreAnswer? Store { get; init; }

    public required string Role { get; init; }

    public required bool DryRun { get; init; }

    public PumpAnswer? Pump { get; init; }
}
