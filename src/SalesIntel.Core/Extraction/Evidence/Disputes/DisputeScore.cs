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

    /// <summary>True when a turn disputes what an earlier one states.</summary>
    /// <param name="transcript">The turns of the meeting.</param>
    /// <param name="sideOf">The side of a speaker.</param>
    /// <param name="language">The language of the meeting.</param>
    /// <param name="earlier">The index of the turn that states something.</param>
    /// <param name="later">The index of the turn that may dispute it.</param>
    public static bool AreDisputed(IReadOnlyList<TranscriptTurn> transcript, Func<string, MeetingSide> sideOf, LanguageWords language,
        int earlier, int later)
    {
        if (language.Code != LearnedLanguage || later <= earlier || later - earlier > DisputeCues.MostTurns
            || transcript[earlier].Speaker == transcript[later].Speaker
            || sideOf(transcript[earlier].Speaker) != sideOf(transcript[later].Speaker))
        {
            return false;
        }

        var cues = DisputeCues.Of(transcript, sideOf, earlier, later);
        Span<float> scores = stackalloc float[Weights.Count];
        Weights.Score(cues, scores);
        return cues.Count > 0 && scores[0] >= Weights.ThresholdOf(0);
    }
}
