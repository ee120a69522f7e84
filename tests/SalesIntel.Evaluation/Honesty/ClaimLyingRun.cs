using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Lies;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Has a model lie about what was said in calls of which the true claims are known, and counts which lies are written.</summary>
internal static class ClaimLyingRun
{
    /// <summary>Measures it.</summary>
    /// <param name="metrics">Gets the numbers.</param>
    /// <param name="set">The true claims.</param>
    /// <param name="reached">Is told each lie that is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task AddAsync(Metrics metrics, HonestClaims set, Action<string> reached, CancellationToken cancellationToken)
    {
        var call = new HonestCall(set);
        var claims = set.All();
        List<(ClaimLie Lie, bool HasReached)> told = [];
        foreach (var (number, lie) in new ClaimLiar(claims).All().Index())
        {
            var (value, _) = await call.ReadAsync(lie.Call, number, lie.Element, lie.Quote, lie.Text, cancellationToken);
            var hasReached = value.IsWritable && (lie.Telltale.Length == 0 || Holds(value.Text, lie.Telltale));
            told.Add((lie, hasReached));
            if (hasReached)
            {
                reached($"{lie.Kind} {lie.Call.Language} {lie.Element}: \"{lie.Quote}\" -> \"{lie.Text}\" was written as \"{value.Text}\"");
            }
        }

        foreach (var kind in told.GroupBy(one => one.Lie.Kind).OrderBy(group => group.Key))
        {
            var name = string.Concat(kind.Key.ToString().Select((c, i) =>
                $"{(i > 0 && char.IsUpper(c) ? "_" : "")}{char.ToLowerInvariant(c)}"));
            metrics.Add($"claimlies.{name}.count", kind.Count());
            metrics.Share($"claimlies.{name}.reached", [.. kind], one => one.HasReached);
        }

        foreach (var (lied, of) in told.Where(one => one.Lie.Kind == LieKind.WrongElement).GroupBy(one => one.Lie.Element)
            .Select(group => (group.Key, group.ToArray())).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            metrics.Share($"claimlies.wrong_element.{lied}.reached", of, one => one.HasReached);
        }

        (ClaimLie Lie, bool HasReached)[] lies = [.. told.Where(one => one.Lie.Kind != LieKind.WrongElement)];
        metrics.Add("claimlies.all.count", lies.Length);
        metrics.Share("claimlies.all.reached", lies, one => one.HasReached);
    }

    private static bool Holds(string text, string words) => Regex.IsMatch(
        text, $@"(?<![\p{{L}}\d]){Regex.Escape(words)}(?![\p{{L}}\d])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
