using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Tells whether somebody disputes what a colleague said shortly before, and leaves it open who is right. The weights are learned
/// from calls in which that was marked (<c>--learn-disputes</c> of <c>tests/SalesIntel.Evaluation</c>), in English alone.</summary>
internal static class DisputeScore
{
    /// <summary>The name of what is scored.</summary>
    public const string Disputed = "disputed";

    private const string LearnedLanguage = "en";

    private static readonly CueWeights Weights = new(DataFile.Sections("Extraction.Evidence.Data.disputes.txt"));

    /// <summary>True when one statement disputes the other.</summary>
    /// <param name="transcript">The turns of the meeting.</param>
    /// <param name="sideOf">The side of a speaker.</param>
    /// <param name="earlier">What was said first.</param>
    /// <param name="later">What may dispute it.</param>
    public static bool AreDisputed(
        IReadOnlyList<TranscriptTurn> transcript, Func<string, MeetingSide> sideOf, Statement earlier, Statement later)
    {
        if (earlier is not { Sentence.Language.Code: LearnedLanguage, Claim.Turn: { } one } || later.Claim.Turn is not { } other
            || other <= one || other - one > DisputeCues.MostTurns || earlier.Side != later.Side
            || earlier.Claim.Speaker == later.Claim.Speaker)
        {
            return false;
        }

        var cues = DisputeCues.Of(transcript, sideOf, one - 1, other - 1);
        Span<float> scores = stackalloc float[Weights.Count];
        Weights.Score(cues, scores);
        return cues.Count > 0 && scores[0] >= Weights.ThresholdOf(0);
    }
}
