using System.Diagnostics.Metrics;

namespace SalesIntel.Extraction;

/// <summary>What calls to models are measured by: each call counts, also one whose completion was of no use.</summary>
internal static class ExtractionMetrics
{
    /// <summary>The name of the meter of all that is measured.</summary>
    public const string MeterName = "SalesIntel";

    /// <summary>The purpose of calls that read a document.</summary>
    public const string Extraction = "extraction";

    /// <summary>The purpose of calls that check what was read.</summary>
    public const string Verification = "verification";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "salesintel.model.tokens", "{token}", "Tokens that models read and wrote, by model, direction and purpose.");

    private static readonly Counter<double> Cost = Meter.CreateCounter<double>(
        "salesintel.model.cost", "USD", "What calls to models with a known price cost.");

    public static void Called(string model, string purpose, long inputTokens, long outputTokens, decimal? cost)
    {
        var name = new KeyValuePair<string, object?>("model", model);
        var what = new KeyValuePair<string, object?>("purpose", purpose);
        Tokens.Add(inputTokens, name, what, new KeyValuePair<string, object?>("direction", "input"));
        Tokens.Add(outputTokens, name, what, new KeyValuePair<string, object?>("direction", "output"));
        if (cost is { } usd)
        {
            Cost.Add((double)usd, name, what);
        }
    }
}
