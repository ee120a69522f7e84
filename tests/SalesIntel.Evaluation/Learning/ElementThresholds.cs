using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Sets the scores from which on a statement is about an element, so that of all elements together few true claims are lost and
/// as few wrong ones as possible are written.</summary>
internal static class ElementThresholds
{
    // From here on more speaks for it than against it.
    private const float Most = 0;

    // Where less is written wrongly, nothing more need be lost.
    private const double Enough = 0.05;
    private const int Steps = 40;

    /// <summary>The thresholds by element.</summary>
    /// <param name="scores">Scores of statements of which nothing was learned.</param>
    /// <param name="mostLost">The share of true claims that may be lost.</param>
    public static double[] Of(IReadOnlyList<ElementScore> scores, double mostLost)
    {
        var byKind = ElementNames.All
            .Select((_, kind) => scores.Where(one => one.Kind == kind && float.IsFinite(one.Score)).ToArray()).ToArray();
        var (about, other) = (scores.Count(one => one.IsAbout), scores.Count(one => !one.IsAbout));
        var (low, high) = (0.0, 100.0);
        double[] best = [];
        for (var step = 0; step < Steps; step++)
        {
            var price = (low + high) / 2;
            double[] least = [.. byKind.Select(kind => Cheapest(kind, price))];
            var lost = byKind.Index().Sum(kind => kind.Item.Count(one => one.IsAbout && one.Score < least[kind.Index])) / (double)about;
            var written = scores.Count(one => !one.IsAbout && one.Score >= least[one.Kind]) / (double)other;
            if (lost > mostLost || (written <= Enough && lost > 0))
            {
                low = price;
            }
            else
            {
                high = price;
            }

            best = lost <= mostLost ? least : best;
        }

        return best;
    }

    // The threshold at which what is written wrongly, and what is lost at its price, is least.
    private static double Cheapest(ElementScore[] kind, double price)
    {
        var sorted = kind.OrderBy(one => one.Score).ToArray();
        var cost = (double)sorted.Count(one => !one.IsAbout);
        var (leastCost, least) = (cost, sorted[0].Score);
        for (var i = 0; i + 1 < sorted.Length && sorted[i + 1].Score <= Most; i++)
        {
            cost += sorted[i].IsAbout ? price : -1;
            if (cost < leastCost)
            {
                (leastCost, least) = (cost, sorted[i + 1].Score);
            }
        }

        return least;
    }
}
