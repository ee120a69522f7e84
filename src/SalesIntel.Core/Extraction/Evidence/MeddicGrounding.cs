using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Confirms an assessment's quotes in the transcript, without asking the model.</summary>
internal static class MeddicGrounding
{
    private const int MaxQuoteCharacters = 600;

    /// <summary>Fills quote, speaker, turn and time of each element from where its quote is; what is not found gets an issue.</summary>
    public static MeddicAssessment Apply(
        MeddicAssessment assessment, IReadOnlyList<TranscriptTurn> turns, ICollection<string> issues)
    {
        var finder = new QuoteFinder(turns);
        return assessment with
        {
            Metrics = Ground("metrics", assessment.Metrics),
            EconomicBuyer = Ground("economic_buyer", assessment.EconomicBuyer),
            DecisionCriteria = Ground("decision_criteria", assessment.DecisionCriteria),
            DecisionProcess = Ground("decision_process", assessment.DecisionProcess),
            IdentifiedPain = Ground("identified_pain", assessment.IdentifiedPain),
            Champion = Ground("champion", assessment.Champion),
            Competition = Ground("competition", assessment.Competition),
        };

        MeddicElement Ground(string name, MeddicElement element)
        {
            if (element.Value.Length == 0)
            {
                return MeddicElement.Empty;
            }

            if (turns.Count == 0)
            {
                return new MeddicElement { Value = element.Value };
            }

            if (finder.Find(element.Quote, element.Turn) is { } place)
            {
                return element with
                {
                    Quote = TextCleaner.Cut(place.Text, MaxQuoteCharacters),
                    Speaker = TextCleaner.Line(place.Speaker),
                    Turn = place.Turn,
                    At = place.At,
                    Grounding = Grounding.Confirmed,
                };
            }

            issues.Add(element.Quote.Length == 0
                ? $"{name}: has no quote, unconfirmed"
                : $"{name}: its quote is not in the transcript, unconfirmed");
            return element with { Speaker = "", At = null, Grounding = Grounding.Unconfirmed };
        }
    }
}
