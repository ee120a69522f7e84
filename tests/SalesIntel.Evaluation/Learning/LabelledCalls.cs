using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Whole calls of which somebody noted what is said about which element: labels the sentences of those who buy.</summary>
/// <param name="source">Where they are from.</param>
/// <param name="numbers">Numbers the cues.</param>
internal sealed class LabelledCalls(string source, CueNumbers numbers)
{
    /// <summary>The sentences of a call.</summary>
    public IEnumerable<LabelledSentence> Read(EvaluationCase call)
    {
        var meeting = Conversation.Of(Documents.Of(call));
        var sentences = new MeetingSentences(meeting, new TeamOptions { InternalDomains = call.SellerDomains }, CancellationToken.None);
        foreach (var sentence in sentences.Turns.SelectMany(turn => turn))
        {
            sentences.Read(sentence);
            var labels = new int[LearnedNames.All.Count];
            for (var i = 0; i < ElementNames.All.Count && sentence.Side != MeetingSide.Seller; i++)
            {
                var truth = call.TruthOf(ElementNames.All[i]);
                labels[i] = Label(sentence.Text, truth);
                if (labels[i] == LabelledPhrases.Sure)
                {
                    labels[LearnedNames.Hedged] = truth.How == "hedged" ? LabelledPhrases.Sure : LabelledPhrases.Not;
                }
            }

            yield return new LabelledSentence(
                source,
                $"{call.Id}/{sentence.Turn}/{sentence.Index}",
                numbers.Of(sentences.Cues),
                CueWeights.ScaleOf(sentences.Cues.Count),
                labels,
                0,
                IsSale: true) { Spoken = sentence, TurnBefore = sentence.Turn > 1 ? sentences.Turns[sentence.Turn - 2] : null };
        }
    }

    private static int Label(string sentence, Expected truth)
    {
        if (truth.IsOpen)
        {
            return LabelledPhrases.Disputed;
        }

        if (truth.Status == FieldStatus.Absent)
        {
            return LabelledPhrases.Not;
        }

        var hasKey = truth.Keys.Any(key => Has(sentence, key));
        if (truth.Quotes.Count == 0)
        {
            // Nobody noted what else of the call is about it.
            return hasKey ? LabelledPhrases.Sure : LabelledPhrases.Disputed;
        }

        return !truth.Quotes.Any(quote => Has(quote, sentence) || Has(sentence, quote)) ? LabelledPhrases.Not
            : truth.Status == FieldStatus.Found && hasKey ? LabelledPhrases.Sure : LabelledPhrases.Disputed;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
