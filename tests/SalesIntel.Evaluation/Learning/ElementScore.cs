using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>How much speaks for it that a statement is about an element of which is known whether it is.</summary>
/// <param name="Author">Who wrote the statement.</param>
/// <param name="Language">Its language.</param>
/// <param name="Kind">The element's place.</param>
/// <param name="IsAbout">True when it is about the element.</param>
/// <param name="IsAlone">True for the quote alone, without the statement in other words.</param>
/// <param name="Score">The score.</param>
internal sealed record ElementScore(string Author, string Language, int Kind, bool IsAbout, bool IsAlone, float Score)
{
    private const string Measured = "metrics";

    /// <summary>The scores of statements for each element of which it is sure whether they are about it.</summary>
    public static IEnumerable<ElementScore> Of(ElementWeights weights, IEnumerable<LabelledStatement> statements) =>
        statements.SelectMany(one => (one.Claim is null ? new[] { true } : [false, true]).SelectMany(isAlone =>
        {
            var scores = weights.Score(one.Quote, one.Asked, isAlone ? null : one.Claim);
            return ElementNames.All.Index().Where(element => one.Labels[element.Index] is 1 or -1).Select(element => new ElementScore(
                one.Author, one.Language, element.Index, one.Labels[element.Index] > 0, isAlone,
                element.Item == Measured && !one.HasNumber ? float.NegativeInfinity
                    : isAlone || weights.IsOther(scores, element.Index) ? scores[element.Index] : float.PositiveInfinity));
        }));
}
