using SalesIntel.Engine;

namespace SalesIntel;

/// <summary>Under which names SalesIntel measures and traces, e.g. for <c>AddMeter</c> and <c>AddSource</c> of OpenTelemetry.</summary>
public static class SalesIntelTelemetry
{
    /// <summary>Name of the meter: <c>salesintel.webhooks.accepted</c>, <c>salesintel.events.processed</c>,
    /// <c>salesintel.acceptance_to_crm</c> and the others.</summary>
    public const string MeterName = ProcessingMetrics.MeterName;

    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "SalesIntel";
}
