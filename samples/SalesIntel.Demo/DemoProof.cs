using System.Globalization;
using System.Text.Json;
using SalesIntel.Simulator;

namespace SalesIntel.Demo;

/// <summary>What a demo has proven, in one line.</summary>
internal static class DemoProof
{
    /// <summary>Counts what was sent, what stands in the CRM, what was paid to the model and how long it took.</summary>
    public static string Write(IReadOnlyList<DemoOutcome> outcomes, SimulatorState crm)
    {
        var times = outcomes.Select(outcome => outcome.InCrmAfter).OfType<TimeSpan>().Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Proven: {outcomes.Count} webhooks -> {crm.Leads.Count} leads, {crm.Notes.Count} notes; "
            + $"{Count(outcomes, "duplicate")} duplicate, {Count(outcomes, "401")} refused; {outcomes.Sum(Tokens)} tokens; in the CRM after {Milliseconds(times)}.");
    }

    private static int Count(IEnumerable<DemoOutcome> outcomes, string result) =>
        outcomes.Count(outcome => outcome.Answer.Result == result);

    // The median of them.
    private static string Milliseconds(List<TimeSpan> times) => times.Count == 0 ? "no time, for nothing is there" : string.Create(
        CultureInfo.InvariantCulture, $"{times[times.Count / 2].TotalMilliseconds:0} ms (at most {times[^1].TotalMilliseconds:0})");

    // As the ledger has it: what the model was asked for this event.
    private static long Tokens(DemoOutcome outcome)
    {
        if (outcome.Event is null || !outcome.Event.Ledger.TryGetValue("extraction", out var extraction) || extraction.Detail.Length == 0)
        {
            return 0;
        }

        using var detail = JsonDocument.Parse(extraction.Detail);
        return Number("input_tokens") + Number("output_tokens");

        long Number(string name) => detail.RootElement.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
    }
}
