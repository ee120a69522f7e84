using System.Globalization;

namespace SalesIntel.Chaos.Kills;

/// <summary>A verdict as text.</summary>
internal static class VerdictReport
{
    private const int Shown = 10;

    /// <summary>The head of the table whose rows are <see cref="Row"/>.</summary>
    public const string Head =
        "| store | processes | seed | kills | of these after a commit | accepted | lost | leads doubled | notes doubled | tasks doubled "
        + "| order violations | extractions paid again: answer lost by a kill (most by one) / answered to the dead | resent after 503 / no answer | minutes |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    public static string Row(Verdict verdict)
    {
        var options = verdict.Options;
        object[] cells =
        [
            options.Store.ToString().ToLowerInvariant(),
            options.Workers == 0 ? "1" : $"1 api + {options.Workers} worker",
            options.Seed,
            verdict.Kills.Values.Sum(),
            verdict.Kills.Where(kill => kill.Key.StartsWith("after", StringComparison.Ordinal)).Sum(kill => kill.Value),
            verdict.Accepted,
            verdict.Lost.Count,
            verdict.LeadsDoubled.Count,
            verdict.NotesDoubled.Count,
            verdict.TasksDoubled.Count,
            verdict.OrderViolations.Count,
            $"{verdict.PaidAgain.Lost} ({verdict.PaidAgain.MostForOneCut}) / {verdict.PaidAgain.Unheard}",
            $"{verdict.Refused} / {verdict.Unanswered}",
            verdict.Duration.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>What broke the promise, the first few of each kind.</summary>
    public static IEnumerable<string> Details(Verdict verdict) =>
        Section("Lost", verdict.Lost)
            .Concat(Section("Leads doubled", verdict.LeadsDoubled))
            .Concat(Section("Notes doubled", verdict.NotesDoubled))
            .Concat(Section("Tasks doubled", verdict.TasksDoubled))
            .Concat(Section("Order violations", verdict.OrderViolations))
            .Concat(Section("Paid again though nothing was cut off", verdict.PaidAgain.WithoutReason));

    private static IEnumerable<string> Section(string title, IReadOnlyList<string> items) =>
        items.Take(Shown).Select(item => $"{title}: {item}").Concat(items.Count > Shown ? [$"{title}: {items.Count - Shown} more"] : []);
}
