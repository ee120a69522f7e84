using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning.Relations;

/// <summary>Pairs of what rules take for statements about an element, labelled by what the author marked them as: whether both contradict each
/// other, and whether the later one corrects the earlier one.</summary>
/// <param name="author">Who wrote the calls.</param>
/// <param name="numbers">Numbers the cues.</param>
/// <param name="weights">What the rules read with; nothing of it was learned from the author.</param>
internal sealed class RelatedPairs(string author, CueNumbers numbers, SpokenWeights weights)
{
    /// <summary>What is learned, in the order of the labels.</summary>
    public static IReadOnlyList<string> Names { get; } = [nameof(StatementRelation.Contradicts), nameof(StatementRelation.Corrects)];

    /// <summary>The pairs of a call.</summary>
    public IEnumerable<LabelledSentence> Read(WrittenCall call)
    {
        var meeting = Conversation.Of(Documents.Of(call.Case));
        var team = new TeamOptions { InternalDomains = call.Case.SellerDomains };
        var framework = FieldCatalog.Default.Framework;
        var reading = new ConversationReading(
            meeting, team, framework.Elements.SelectMany(element => SpokenRules.For(framework.FieldOf(element))), weights, CancellationToken.None);
        var evidence = new SpokenEvidence(meeting, team, new FieldText(new ExtractionOptions()), weights.Relations);
        foreach (var element in framework.Elements.Where(element => !call.Case.TruthOf(element.Name).IsOpen))
        {
            var field = framework.FieldOf(element);
            WrittenMark[] marks = [.. call.MarksOf(element.Name)];
            SpokenClaim[] claims =
            [
                .. SpokenRules.For(field).SelectMany(rule => reading.Claims(rule, element.Name)).DistinctBy(claim => (claim.Turn, claim.Quote)),
            ];
            foreach (var (pair, cues) in evidence.Pairs(element, field, claims))
            {
                var (earlier, later) = (MarkOf(marks, pair.Earlier), MarkOf(marks, pair.Later));
                if (earlier is null || earlier != later)
                {
                    yield return new LabelledSentence(
                        author, $"{call.Case.Id}/{element.Name}/{pair.Earlier.Claim.Turn}/{pair.Later.Claim.Turn}", numbers.Of(cues),
                        CueWeights.ScaleOf(cues.Count), Labels(marks, earlier, later), 0, IsSale: true);
                }
            }
        }
    }

    // Of more than two statements that contradict each other somewhere it is open which do; and what is stated behind the first correction may be
    // something else.
    private static int[] Labels(WrittenMark[] marks, WrittenMark? earlier, WrittenMark? later)
    {
        var contradict = earlier?.Meaning == MarkMeaning.Contradicted && later?.Meaning == MarkMeaning.Contradicted;
        var mayCorrect = earlier?.Meaning == MarkMeaning.Corrected && later?.Meaning == MarkMeaning.Stated;
        var correct = mayCorrect && marks.First(mark => mark.Meaning == MarkMeaning.Stated
            && (mark.Turn, mark.At).CompareTo((earlier!.Turn, earlier.At)) > 0).Turn == later!.Turn;
        return
        [
            !contradict ? LabelledPhrases.Not
                : marks.Count(mark => mark.Meaning == MarkMeaning.Contradicted) > 2 ? LabelledPhrases.Disputed : LabelledPhrases.Sure,
            correct ? LabelledPhrases.Sure : contradict || mayCorrect ? LabelledPhrases.Disputed : LabelledPhrases.Not,
        ];
    }

    // Who corrects himself within a sentence means the last of it.
    private static WrittenMark? MarkOf(WrittenMark[] marks, Statement statement) => Array.FindLast(
        marks, mark => mark.Turn == statement.Claim.Turn - 1 && statement.Claim.Quote.Contains(mark.Text, StringComparison.Ordinal));
}
