using SalesIntel.Chaos.Machines;

namespace SalesIntel.Chaos.Kills;

/// <summary>A run with kills.</summary>
internal sealed record KillOptions
{
    public required StoreKind Store { get; init; }

    public required int Kills { get; init; }

    /// <summary>At least so many different webhooks.</summary>
    public required int Events { get; init; }

    public required int Seed { get; init; }

    /// <summary>Worker processes beside one that receives; 0 = one process for both.</summary>
    public int Workers { get; init; }

    /// <summary>What happens besides kills.</summary>
    public IReadOnlyCollection<Disturbance> Disturbances { get; init; } = [];
}
