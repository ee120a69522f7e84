using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning.Relations;

/// <summary>Turns of buyers that follow a colleague's statement, labelled by whether they dispute it and nobody resolves it.</summary>
/// <param name="author">Who wrote the calls.</param>
/// <param name="numbers">Numbers the cues.</param>
internal sealed class DisputedPairs(string author, CueNumbers numbers)
{
    /// <summary>The pairs of a call.</summary>
    public IEnumerable<LabelledSentence> Read(WrittenCall call)
    {
        var meeting = Conversation.Of(Documents.Of(call.Case));
        var sides = new MeetingSides(meeting, new TeamOptions { InternalDomains = call.Case.SellerDomains });
        for (var later = 1; later < meeting.Transcript.Count; later++)
        {
            for (var earlier = Math.Max(0, later - DisputeCues.MostTurns); earlier < later; earlier++)
            {
                var (one, other) = (meeting.Transcript[earlier].Speaker, meeting.Transcript[later].Speaker);
                var cues = DisputeCues.Of(meeting.Transcript, sides.OfSpeaker, earlier, later);
                if (cues.Count > 0 && one != other && sides.OfSpeaker(other) != MeetingSide.Seller && call.Marks.Any(mark => mark.Turn == earlier)
                    && Label(call, earlier, later) is not LabelledPhrases.Disputed and var label)
                {
                    yield return new LabelledSentence(
                        author, $"{call.Case.Id}/{earlier}/{later}", numbers.Of(cues), CueWeights.ScaleOf(cues.Count), [label], 0,
                        IsSale: ElementNames.All.Any(element => HasBoth(call, element, earlier, later)));
                }
            }
        }
    }

    // An argument goes on behind its marks: what is said there is neither.
    private static int Label(WrittenCall call, int earlier, int later) =>
        ElementNames.All.Any(element => HasBoth(call, element, earlier, later)
            && call.MarksOf(element).Any(mark => mark.Turn == later && mark.Meaning == MarkMeaning.Contradicted)) ? LabelledPhrases.Sure
        : call.Marks.Any(mark => mark.Meaning == MarkMeaning.Contradicted && mark.Turn >= later - DisputeCues.MostTurns && mark.Turn <= later)
            ? LabelledPhrases.Disputed
        : LabelledPhrases.Not;

    private static bool HasBoth(WrittenCall call, string element, int earlier, int later) =>
        call.MarksOf(element).Any(mark => mark.Turn == earlier) && call.MarksOf(element).Any(mark => mark.Turn == later);
}
