using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Calls that somebody wrote whole and marked: labels the sentences of those who buy.</summary>
/// <param name="author">Who wrote them.</param>
/// <param name="numbers">Numbers the cues.</param>
internal sealed class LabelledWrittenCalls(string author, CueNumbers numbers)
{
    /// <summary>The sentences of a call.</summary>
    public IEnumerable<LabelledSentence> Read(WrittenCall call)
    {
        var meeting = Conversation.Of(Documents.Of(call.Case));
        var team = new TeamOptions { InternalDomains = call.Case.SellerDomains };
        var sentences = new MeetingSentences(meeting, team, CancellationToken.None);
        IReadOnlyList<SpokenSentence>? before = null;
        foreach (var turn in sentences.Turns)
        {
            var from = 0;
            foreach (var sentence in turn)
            {
                sentences.Read(sentence);
                from = Math.Max(0, meeting.Transcript[sentence.Turn - 1].Text.IndexOf(sentence.Text, from, StringComparison.Ordinal));
                var to = from + sentence.Text.Length;
                WrittenMark[] marks = [.. call.Marks.Where(mark => mark.Turn == sentence.Turn - 1 && mark.At >= from && mark.At < to)];
                yield return new LabelledSentence(
                    author,
                    $"{call.Case.Id}/{sentence.Turn}/{sentence.Index}",
                    numbers.Of(sentences.Cues),
                    CueWeights.ScaleOf(sentences.Cues.Count),
                    sentence.Side == MeetingSide.Seller ? new int[LearnedNames.All.Count] : Labels(call, marks),
                    0,
                    IsSale: true) { Spoken = sentence, TurnBefore = before };
                from = to;
            }

            before = turn;
        }
    }

    private static int[] Labels(WrittenCall call, WrittenMark[] marks)
    {
        var labels = new int[LearnedNames.All.Count];
        for (var i = 0; i < ElementNames.All.Count; i++)
        {
            labels[i] = marks.Any(mark => mark.Element == ElementNames.All[i]) ? LabelledPhrases.Sure
                : call.Case.TruthOf(ElementNames.All[i]).IsOpen ? LabelledPhrases.Disputed
                : LabelledPhrases.Not;
        }

        labels[LearnedNames.Hedged] = marks.Length == 0 ? LabelledPhrases.Disputed
            : marks.Any(mark => mark.Meaning == MarkMeaning.Hedged) ? LabelledPhrases.Sure
            : LabelledPhrases.Not;
        return labels;
    }
}
