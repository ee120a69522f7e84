namespace SalesIntel.Simulator;

/// <summary>An ordered fault. The oldest matching one that is not used up applies; delays add up.</summary>
public sealed record SimulatorFault
{
    /// <summary>The stand-in concerned.</summary>
    public required FaultTarget Target { get; init; }

    /// <summary>
    /// The operation: Zoho <c>upsert insert update get search coql notes tasks fields convert</c>, OAuth <c>token</c>,
    /// Gemini <c>generate</c> and <c>count</c>, Slack <c>message</c>; <c>*</c> is any.
    /// </summary>
    public string Match { get; init; } = "*";

    /// <summary>What goes wrong.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>HTTP status for <see cref="FaultAction.Status"/> and <see cref="FaultAction.Body"/>.</summary>
    public int? Status { get; init; }

    /// <summary>Address for a redirect: sent as <c>Location</c>.</summary>
    public string? Location { get; init; }

    /// <summary>When the caller may try again; in the header or body, where the service has a place for it.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>Length of a <see cref="FaultAction.Delay"/> in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>How often it strikes; <see langword="null"/> until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>Chance that it strikes at a matching request, 0 to 1; <see langword="null"/> always.</summary>
    public double? Probability { get; init; }

    /// <summary>Seed of the chance, so that a run can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>Seconds after which the fault is over; <see langword="null"/> until cleared.</summary>
    public double? ForSeconds { get; init; }

    /// <summary>Text for <see cref="FaultAction.Body"/> and <see cref="FaultAction.Text"/>.</summary>
    public string? Body { get; init; }
}
