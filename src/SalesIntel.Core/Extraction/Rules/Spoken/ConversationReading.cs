using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Which sentences of a meeting speak about which element. What they prove is decided elsewhere
/// (<see cref="SpokenEvidence"/>). Nothing of a meeting that is not about buying speaks about an element.</summary>
internal sealed class ConversationReading
{
    // A turn's first sentences answer what was asked; then people go on to something else.
    private const int AnswerSentences = 3;
    private const int AnswerTurns = 3;
    private const int CorrectionTurns = 2;
    private const int Backchannel = 3;
    private const int ShortAnswer = 6;
    private const int PointsBack = 12;
    private const int MostClaims = 40;
    private const int SampleTurns = 200;
    private const int SampleCharacters = 20_000;

    private readonly IReadOnlyList<SpokenRule> rules;
    private readonly Dictionary<string, List<SpokenClaim>> claims;
    private readonly Dictionary<string, List<SpokenClaim>> counters;
    private readonly Dictionary<string, (int Turn, string Speaker)> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofTurn = new(StringComparer.Ordinal);
    private readonly LanguageWords language;
    private readonly SalesTalk talk;
    private readonly int noAnswer;
    private readonly int aside;
    private int sinceCorrection;
    private (int Turn, string Speaker) correction = (int.MinValue, "");

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">Who belongs to the sellers.</param>
    /// <param name="rules">The rules that are looked at.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ConversationReading(Meeting meeting, TeamOptions team, IEnumerable<SpokenRule> rules, CancellationToken cancellationToken)
    {
        this.rules = [.. rules.Distinct()];
        claims = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        counters = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        language = LanguageOf(meeting);
        var grammar = SpokenRules.Grammar;
        var turns = TranscriptSentences.Of(meeting, new MeetingSides(meeting, team), cancellationToken).ToList();
        talk = new SalesTalk(
            grammar, TextCleaner.Line(meeting.Title), turns.SelectMany(turn => turn.Take(1)).Select(sentence => sentence.Side).ToHashSet());
        aside = grammar.Concept("aside");
        noAnswer = grammar.Concept("no-answer");
        var spans = new BuiltInSpans(
            new SpokenNames(meeting, turns.SelectMany(turn => turn), SpokenRules.NoNames), new SpokenNumbers(language));
        var match = new SentenceMatch(grammar);
        foreach (var turn in turns)
        {
            ofTurn.Clear();
            if (turn.Count > 0 && turn[0].Side == MeetingSide.Seller && turn.Sum(sentence => sentence.Words.Count) > Backchannel)
            {
                // Whoever says something else does not wait for an answer any more.
                asked.Clear();
            }

            foreach (var sentence in turn)
            {
                cancellationToken.ThrowIfCancellationRequested();
                match.Read(sentence.Words, spans.In(sentence));
                talk.Add(sentence, match);
                if (!match.Has(aside))
                {
                    Read(sentence, turn, match);
                }
            }
        }
    }

    /// <summary>The claims of a rule in the meeting's order; none when the meeting is not about buying. What was said against something
    /// counts
    /// only where there is something.</summary>
    public IReadOnlyList<SpokenClaim> Claims(SpokenRule rule, string element) => talk.IsOne && claims[rule.Name].Count > 0
        ? [.. claims[rule.Name].Concat(counters[rule.Name]).OrderBy(one => one.Turn).Select(one => one with { Element = element })]
        : [];

    private static LanguageWords LanguageOf(Meeting meeting)
    {
        var sample = string.Join('\n', meeting.Transcript.Take(SampleTurns).Select(turn => TextCleaner.Cut(turn.Text, SampleCharacters)));
        return LanguageWords.Of(TokenReader.Read(TextCleaner.Cut(sample, SampleCharacters)), null, out _);
    }

    private void Read(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn, SentenceMatch match)
    {
        var isSeller = sentence.Side == MeetingSide.Seller;
        var tokens = TokenReader.Read(sentence.Text);
        if (!isSeller && language.Corrections.IsIn(tokens))
        {
            correction = (sentence.Turn, sentence.Speaker);
            sinceCorrection = 0;
        }
        else if (sentence.Speaker == correction.Speaker)
        {
            sinceCorrection++;
        }

        if (LanguageWords.All.Any(one => one.Instructions.IsIn(tokens)))
        {
            return;
        }

        var isSaid = rules.Any(rule => rule.IsSaid(match));
        foreach (var rule in rules)
        {
            var isAsked = rule.IsAsked(match);
            if (!isSeller && claims[rule.Name].Count < MostClaims && IsHit(rule, sentence, match, isAsked, isSaid))
            {
                claims[rule.Name].Add(new SpokenClaim(rule.Name, Quote(sentence, turn), sentence.Turn, ""));
                ofTurn.Add(rule.Name);
            }
            else if (!isSeller && !sentence.IsQuestion && counters[rule.Name].Count < MostClaims && rule.IsCounter(match))
            {
                counters[rule.Name].Add(new SpokenClaim(rule.Name, sentence.Text, sentence.Turn, ""));
            }

            // What a seller says is taken for a question where it speaks of the element, whatever mark a recorder sets behind it.
            if (isAsked && (isSeller || sentence.IsQuestion))
            {
                asked[rule.Name] = (sentence.Turn, sentence.Speaker);
            }

            if (isAsked)
            {
                ofTurn.Add(rule.Name);
            }
        }
    }

    private bool IsHit(SpokenRule rule, SpokenSentence sentence, SentenceMatch match, bool isAsked, bool isSaid)
    {
        if (sentence.IsQuestion)
        {
            return rule.IsSaidInQuestion(match);
        }

        if (rule.IsSaid(match))
        {
            return true;
        }

        return rule.IsAnswer(match) && !match.Has(noAnswer)
            && (IsAnswer(rule, sentence) || (Corrects(rule, sentence, isAsked) && (isAsked || !isSaid)));
    }

    private bool IsAnswer(SpokenRule rule, SpokenSentence sentence) =>
        asked.TryGetValue(rule.Name, out var question) && question.Speaker != sentence.Speaker
        && sentence.Turn > question.Turn && sentence.Turn <= question.Turn + AnswerTurns && sentence.Index < AnswerSentences;

    // "No, it's the fourteenth", right behind what it corrects; or later, with a word that tells what it is about.
    private bool Corrects(SpokenRule rule, SpokenSentence sentence, bool isAsked) =>
        correction.Speaker == sentence.Speaker && sentence.Turn - correction.Turn <= CorrectionTurns
        && (sinceCorrection == 0 || (sinceCorrection == 1 && GoesOn(sentence)))
        && (isAsked || ofTurn.Contains(rule.Name)
            || (claims[rule.Name] is [.., { Turn: { } last }] && sentence.Turn - last <= CorrectionTurns));

    // "That's the old figure. It's twenty-five days now."
    private static bool GoesOn(SpokenSentence sentence) => sentence.Words.Count is > 0 and <= PointsBack
        && (sentence.Words[0].Text is "it" or "that" or "she" or "he" or "they" or "now" or "the" or "no" or "last" or "since" or "we"
            || sentence.Words[0].IsCapital && sentence.Words[0].Text != "i" && sentence.Words.Count <= ShortAnswer);

    // "That one is not negotiable." means nothing alone: it keeps the sentence that it points to. A short answer keeps the next one.
    private static string Quote(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn)
    {
        var first = sentence.Words.Count > 0 ? sentence.Words[0].Text : "";
        if (sentence.Index > 0 && sentence.Words.Count <= PointsBack && !turn[sentence.Index - 1].IsQuestion
            && first is "that" or "this" or "it" or "which" or "they" or "he" or "she")
        {
            return $"{turn[sentence.Index - 1].Text} {sentence.Text}";
        }

        return (sentence.IsQuestion || sentence.Words.Count < ShortAnswer)
            && sentence.Index + 1 < turn.Count && !turn[sentence.Index + 1].IsQuestion
            ? $"{sentence.Text} {turn[sentence.Index + 1].Text}"
            : sentence.Text;
    }
}
