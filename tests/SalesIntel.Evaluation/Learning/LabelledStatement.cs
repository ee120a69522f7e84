using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>A statement of which is known what it is about.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Language">The language.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Labels">For each element: 1 = it is about it, -1 = it is not, 0 = can be disputed; between them how likely it is that it is
/// not.</param>
/// <param name="HasNumber">True when it says a number that measures something.</param>
/// <param name="Quote">The cues of the quote.</param>
/// <param name="Asked">The cues of the question that it answers.</param>
/// <param name="Claim">The cues of the statement in other words; null where it was worded once.</param>
internal sealed record LabelledStatement(
    string Author,
    string Language,
    double Weight,
    double[] Labels,
    bool HasNumber,
    IReadOnlyList<string> Quote,
    IReadOnlyList<string> Asked,
    IReadOnlyList<string>? Claim)
{
    /// <summary>True for a phrase of a part to learn from, of whose author nothing is left out.</summary>
    public bool IsPhrase { get; init; }

    /// <summary>Reads what was said.</summary>
    /// <param name="author">Who wrote it.</param>
    /// <param name="weight">How much it counts.</param>
    /// <param name="right">What it is about.</param>
    /// <param name="wrong">What it is not about, and how sure that is.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="asked">The question; may be empty.</param>
    /// <param name="claim">The statement in other words; null where there are none.</param>
    /// <param name="names">The names of the document.</param>
    public static LabelledStatement Of(
        string author,
        double weight,
        IEnumerable<string> right,
        IEnumerable<(string Element, double Sureness)> wrong,
        ReadText quote,
        string asked,
        string? claim,
        NameIndex names)
    {
        var labels = new double[ElementNames.All.Count];
        foreach (var (element, label) in wrong.Select(one => (one.Element, -one.Sureness)).Concat(right.Select(element => (element, 1.0)))
            .Where(one => ElementNames.All.Contains(one.Item1)))
        {
            labels[ElementNames.All.ToList().IndexOf(element)] = label;
        }

        return new LabelledStatement(
            author, quote.Language.Code, weight, labels, ElementCues.HasNumber(quote), ElementCues.Of(quote, names),
            ElementCues.Of(new ReadText(asked, quote.Language), names),
            claim is null ? null : ElementCues.Of(new ReadText(claim, quote.Language), names));
    }
}
