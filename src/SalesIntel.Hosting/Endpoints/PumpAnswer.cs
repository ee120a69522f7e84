using SalesIntel.Hosting.Queueing;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>What the pump says about itself.</summary>
internal sealed record PumpAnswer(double LastPassSecondsAgo, int Running)
{
    /// <summary>Null where this process has no pump.</summary>
    public static PumpAnswer? From(PumpHealth? pump) =>
        pump is null ? null : new(Math.Round(pump.SilentFor.TotalSeconds, 1), pump.Running);
}
