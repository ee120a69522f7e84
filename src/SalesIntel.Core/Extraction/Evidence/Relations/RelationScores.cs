using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Tells what statements about one thing make of each other: whether somebody disputes what a colleague said shortly before and leaves it
/// open who is right, and whether a statement takes the place of an earlier one or can't hold beside it. The weights are learned from calls in which
/// that was marked (<c>--learn</c> of <c>tests/SalesIntel.Evaluation</c>), in English alone.</summary>
/// <param name="disputes">How much the cues of <see cref="DisputeCues"/> count.</param>
/// <param name="relations">How much those of <see cref="RelationCues"/> count.</param>
internal sealed class RelationScores(CueWeights disputes, CueWeights relations)
{
    /// <summary>The name of the score of a dispute.</summary>
    public const string Disputed = "disputed";

    /// <summary>The kind of the cues that name the element, and something of both statements.</summary>
    public const char OfElement = 'e';

    /// <summary>The language that was learned.</summary>
    public const string Language = "en";

    /// <summary>Of more statements about one element none is looked at: each pair costs, and few score as much as is needed where there are so many.</summary>
    public const int MostStatements = 30;

    // So many pairs do the statements about an element make in the calls that were learned from.
    private const float UsualPairs = 3;

    // So much more is needed where nothing but learned weights tells it: what a wrong correction takes away is lost, while both sides of a
    // contradiction stand in the note.
    private const float DoubtOfCorrection = 4;
    private const float DoubtOfContradiction = 1;

    private static readonly Lazy<RelationScores> Read = new(() => new RelationScores(
        new CueWeights(DataFile.Sections("Extraction.Evidence.Data.disputes.txt")),
        new CueWeights(DataFile.Sections("Extraction.Evidence.Data.relations.txt"))));

    private readonly FrozenSet<string> elements = relations.FirstsOf(OfElement).ToFrozenSet(StringComparer.Ordinal);
    private readonly int contradicts = relations.Find(nameof(StatementRelation.Contradicts));
    private readonly int corrects = relations.Find(nameof(StatementRelation.Corrects));

    /// <summary>The scores with the shipped weights.</summary>
    public static RelationScores Shipped => Read.Value;

    /// <summary>True when something was learned of an element: those of other frameworks and of who uses the library are about other things.</summary>
    public bool Knows(QualificationElement element) => elements.Contains(element.Name);

    /// <summary>True when a turn disputes what an earlier one states.</summary>
    /// <param name="transcript">The turns of the meeting.</param>
    /// <param name="sideOf">The side of a speaker.</param>
    /// <param name="language">The language of the meeting.</param>
    /// <param name="earlier">The index of the turn that states something.</param>
    /// <param name="later">The index of the turn that may dispute it.</param>
    public bool AreDisputed(IReadOnlyList<TranscriptTurn> transcript, Func<string, MeetingSide> sideOf, LanguageWords language,
        int earlier, int later)
    {
        if (language.Code != Language || later <= earlier || later - earlier > DisputeCues.MostTurns
            || transcript[earlier].Speaker == transcript[later].Speaker
            || sideOf(transcript[earlier].Speaker) != sideOf(transcript[later].Speaker))
        {
            return false;
        }

        var cues = DisputeCues.Of(transcript, sideOf, earlier, later);
        Span<float> scores = stackalloc float[disputes.Count];
        disputes.Score(cues, scores);
        return cues.Count > 0 && scores[0] >= disputes.ThresholdOf(0);
    }

    /// <summary>What a statement makes of an earlier one.</summary>
    /// <param name="cues">The cues of both.</param>
    /// <param name="mayCorrect">False when the earlier one states too little to be corrected.</param>
    /// <param name="isPlainCorrection">False when nothing else tells that the later one takes the place of the earlier one: then more is needed.</param>
    /// <param name="isPlainContradiction">False when nothing else tells that they exclude each other.</param>
    /// <param name="statements">How many statements there are about the same: of the many pairs that many make, few are related.</param>
    public StatementRelation Of(IReadOnlyCollection<SentenceCue> cues, bool mayCorrect, bool isPlainCorrection, bool isPlainContradiction,
        int statements)
    {
        var margin = MathF.Log(Math.Max(1, statements * (statements - 1) / 2f / UsualPairs));
        Span<float> scores = stackalloc float[relations.Count];
        relations.Score(cues, scores);
        var contradiction = scores[contradicts] - relations.ThresholdOf(contradicts) - margin - (isPlainContradiction ? 0 : DoubtOfContradiction);
        var correction = scores[corrects] - relations.ThresholdOf(corrects) - margin - (isPlainCorrection ? 0 : DoubtOfCorrection);
        return mayCorrect && correction > Math.Max(0, contradiction) ? StatementRelation.Corrects
            : contradiction > 0 ? StatementRelation.Contradicts
            : StatementRelation.None;
    }
}
