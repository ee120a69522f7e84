using SalesIntel.Hosting.Queueing;

namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The state of the pump.</summary>
internal sealed record PumpResponse(double LastPassSecondsAgo, int Running)
{
    /// <summary>Null where this process has no pump.</summary>
    public static PumpResponse? From(PumpHealth? pump) =>
        pump is null ? null : new(Math.Round(pump.SilentFor.TotalSeconds, 1), pump.Running);
}
