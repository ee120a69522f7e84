using SalesIntel.Evaluation.Scoring;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Has a model tell the truth in other words, and counts what is lost: of what neither the claim nor the quote is
/// written.</summary>
internal static class HonestRun
{
    /// <summary>Measures it.</summary>
    /// <param name="metrics">Gets the numbers.</param>
    /// <param name="set">The claims.</param>
    /// <param name="lost">Is told each claim that is lost.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task AddAsync(Metrics metrics, HonestClaims set, Action<string> lost, CancellationToken cancellationToken)
    {
        var call = new HonestCall(set);
        List<(HonestClaim Claim, FieldValue Value, string Reason)> told = [];
        foreach (var (number, claim) in set.All().Index())
        {
            var (value, reason) = await call.ReadAsync(claim, number, claim.Element, claim.Quote, claim.Claim, cancellationToken);
            told.Add((claim, value, reason));
        }

        foreach (var one in told.Where(one => !one.Value.IsWritable))
        {
            lost($"{one.Claim.Language} {one.Claim.Element} {one.Value.Status}: \"{one.Claim.Quote}\" -> \"{one.Claim.Claim}\" "
                + $"({one.Reason})");
        }

        metrics.Add("honest.count", told.Count);
        foreach (var language in told.GroupBy(one => one.Claim.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            metrics.Share($"honest.{language.Key}.lost", [.. language], one => !one.Value.IsWritable);
        }

        foreach (var element in told.GroupBy(one => one.Claim.Element))
        {
            metrics.Share($"honest.{element.Key}.lost", [.. element], one => !one.Value.IsWritable);
        }

        foreach (var reason in told.Where(one => !one.Value.IsWritable).GroupBy(one => ReasonOf(one.Reason))
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            metrics.Add($"honest.why.{reason.Key}.count", reason.Count());
        }

        metrics.Share("honest.all.lost", told, one => !one.Value.IsWritable);
        metrics.Share("honest.all.in_own_words", told, one => one.Value.IsWritable && KeyText.Same(one.Value.Text, one.Claim.Claim));
    }

    // "metrics: its quote is too short, unconfirmed"
    private static string ReasonOf(string issues) => issues.Length == 0
        ? "unclear"
        : issues[(issues.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(',')[0].Replace(' ', '_');
}
