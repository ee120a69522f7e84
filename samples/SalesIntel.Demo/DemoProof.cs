using System.Globalization;
using System.Text.Json;
using SalesIntel.Simulator;

namespace SalesIntel.Demo;

/// <summary>What a demo has proven.</summary>
/// <param name="Webhooks">Messages that were sent.</param>
/// <param name="Leads">Leads in the CRM.</param>
/// <param name="Notes">Notes in the CRM.</param>
/// <param name="Duplicates">Messages that had come before.</param>
/// <param name="Refused">Messages with a wrong signature.</param>
/// <param name="Tokens">What was paid to the model.</param>
/// <param name="InCrmMilliseconds">From acceptance to the facts being in the CRM, the median; null when nothing is there.</param>
/// <param name="InCrmMostMilliseconds">The longest of these; null when nothing is there.</param>
internal sealed record DemoProof(
    int Webhooks, int Leads, int Notes, int Duplicates, int Refused, long Tokens, double? InCrmMilliseconds, double? InCrmMostMilliseconds)
{
    /// <summary>Counts what was sent, what stands in the CRM, what was paid to the model and how long it took.</summary>
    public static DemoProof Of(IReadOnlyList<DemoOutcome> outcomes, SimulatorState crm)
    {
        var times = outcomes.Select(outcome => outcome.InCrmAfter).OfType<TimeSpan>().Order().Select(time => Math.Round(time.TotalMilliseconds)).ToList();
        return new DemoProof(
            outcomes.Count,
            crm.Leads.Count,
            crm.Notes.Count,
            Count(outcomes, "duplicate"),
            Count(outcomes, "401"),
            outcomes.Sum(TokensOf),
            times.Count > 0 ? times[times.Count / 2] : null,
            times.Count > 0 ? times[^1] : null);
    }

    /// <summary>In one line.</summary>
    public string Write() => string.Create(
        CultureInfo.InvariantCulture,
        $"Proven: {Webhooks} webhooks -> {Leads} leads, {Notes} notes; {Duplicates} duplicate, {Refused} refused; {Tokens} tokens; "
        + $"in the CRM after {(InCrmMilliseconds is null ? "no time, for nothing is there" : $"{InCrmMilliseconds} ms (at most {InCrmMostMilliseconds})")}.");

    private static int Count(IEnumerable<DemoOutcome> outcomes, string result) =>
        outcomes.Count(outcome => outcome.Answer.Result == result);

    // As the ledger has it: what the model was asked for this event.
    private static long TokensOf(DemoOutcome outcome)
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
