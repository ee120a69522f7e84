using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Finds sentences of a transcript that belong into its note although nobody claimed anything of them.</summary>
internal static class SaidSentences
{
    private const int LongestTurn = 20_000;
    private const int LastTurns = 40;
    private const int MostSteps = 4;

    /// <summary>The sentences from a turn on as quotes; <paramref name="read"/> gives what is shown, and nothing for one that does not count.</summary>
    public static IEnumerable<Claim> In(IReadOnlyList<TranscriptTurn> transcript, int first, Func<string, string> read) =>
        Enumerable.Range(first, transcript.Count - first).Select(index => (Turn: transcript[index], Number: index + 1))
            .Where(one => one.Turn.Text.Length <= LongestTurn)
            .SelectMany(one => Sentences.Split(one.Turn.Text).Select(sentence => read(TextCleaner.Line(sentence)))
                .Where(quote => quote.Length > 0 && !WordsForSoftware.AreIn(one.Turn.Text)).Select(quote => new Claim
                {
                    Quote = quote, Speaker = TextCleaner.Line(one.Turn.Speaker), Turn = one.Number, At = one.Turn.At, Support = ClaimSupport.Supported,
                }));

    /// <summary>Who said near the end that he would do something by a day, with that day: for a meeting of which no next step was read.</summary>
    public static IEnumerable<Claim> Steps(IReadOnlyList<TranscriptTurn> transcript, DateOnly? day) =>
        In(transcript, Math.Max(0, transcript.Count - LastTurns), sentence => Step(sentence, day)).TakeLast(MostSteps);

    // "I'll send it by Thursday", "ich schicke es bis Donnerstag": not "I sent it on Thursday", nor what is asked, denied or done each week.
    private static string Step(string sentence, DateOnly? day)
    {
        var text = new ReadText(sentence, LanguageWords.All[0]);
        return !sentence.EndsWith('?') && RelativeDates.WithDays(text, day, isPlan: true) is var dated && dated != sentence
            && !text.Polarities.HasNegation && !text.Polarities.HasConditions
            && !text.Segments.Any(segment => (segment.Tense & (Tense.Past | Tense.Over)) != 0)
            && (text.Language.DropsPronouns || text.Tokens.Any(token => text.Language.Self.Contains(token.Text))) ? dated : "";
    }
}
