using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Which sentences of a meeting speak about which element. What they prove is decided elsewhere
/// (<see cref="SpokenEvidence"/>). Nothing of a meeting that is not about buying speaks about an element.</summary>
internal sealed class ConversationReading
{
    // A turn's first sentences answer what was asked; then people go on to something else.
    private const int AnswerSentences = 3;
    private const int AnswerTurns = 2;
    private const int ShortAnswer = 6;
    private const int PointsBack = 12;
    private const int MostClaims = 40;

    private readonly IReadOnlyList<SpokenRule> rules;
    private readonly Dictionary<string, List<SpokenClaim>> claims;
    private readonly Dictionary<string, (int Turn, string Speaker)> asked = new(StringComparer.Ordinal);
    private readonly SalesTalk talk;
    private readonly int noAnswer;
    private readonly int aside;

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">Who belongs to the sellers.</param>
    /// <param name="rules">The rules that are looked at.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ConversationReading(Meeting meeting, TeamOptions team, IEnumerable<SpokenRule> rules, CancellationToken cancellationToken)
    {
        this.rules = [.. rules.Distinct()];
        claims = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        var grammar = SpokenRules.Grammar;
        var turns = TranscriptSentences.Of(meeting, new MeetingSides(meeting, team), cancellationToken).ToList();
        talk = new SalesTalk(grammar, TextCleaner.Line(meeting.Title), turns.SelectMany(turn => turn.Take(1)).Select(sentence => sentence.Side).ToHashSet());
        aside = grammar.Concept("aside");
        noAnswer = grammar.Concept("no-answer");
        var names = new SpokenNames(meeting, turns.SelectMany(turn => turn), SpokenRules.NoNames);
        var match = new SentenceMatch(grammar);
        foreach (var turn in turns)
        {
            foreach (var sentence in turn)
            {
                cancellationToken.ThrowIfCancellationRequested();
                match.Read(sentence.Words, BuiltIn(sentence, names));
                if (!match.Has(SpokenRules.ToTheReader))
                {
                    talk.Add(sentence, match);
                }

                if (!match.Has(SpokenRules.ToTheReader) && !match.Has(aside))
                {
                    Read(sentence, turn, match);
                }
            }
        }
    }

    /// <summary>The claims of a rule in the meeting's order; none when the meeting is not about buying.</summary>
    public IReadOnlyList<SpokenClaim> Claims(SpokenRule rule, string element) => talk.IsOne
        ? [.. claims[rule.Name].Select(one => one with { Element = element })]
        : [];

    private static IEnumerable<(int Concept, int Start, int End)> BuiltIn(SpokenSentence sentence, SpokenNames names)
    {
        foreach (var (start, end, isFirm) in names.In(sentence))
        {
            yield return (BuiltInConcept("name"), start, end);
            if (isFirm)
            {
                yield return (BuiltInConcept("firm"), start, end);
            }
        }

        foreach (var (start, end) in SpokenRules.Numbers.In(sentence.Words))
        {
            yield return (BuiltInConcept("number"), start, end);
        }

        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (!sentence.Words[i].IsNumber && char.IsAsciiDigit(sentence.Words[i].Text.FirstOrDefault()))
            {
                yield return (BuiltInConcept("number-th"), i, i + 1);
            }
        }

        static int BuiltInConcept(string name) => SpokenRules.Grammar.Concept(name);
    }

    private void Read(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn, SentenceMatch match)
    {
        var isSeller = sentence.Side == MeetingSide.Seller;
        foreach (var rule in rules)
        {
            if (!isSeller && IsHit(rule, sentence, match) && claims[rule.Name].Count < MostClaims)
            {
                claims[rule.Name].Add(new SpokenClaim(rule.Name, Quote(sentence, turn), sentence.Turn, ""));
            }

            // What a seller says is taken for a question where it speaks of the element, whatever mark a recorder sets behind it.
            if ((isSeller || sentence.IsQuestion) && rule.IsAsked(match))
            {
                asked[rule.Name] = (sentence.Turn, sentence.Speaker);
            }
        }
    }

    private bool IsHit(SpokenRule rule, SpokenSentence sentence, SentenceMatch match) => sentence.IsQuestion
        ? rule.IsSaidInQuestion(match)
        : rule.IsSaid(match)
            || (asked.TryGetValue(rule.Name, out var question) && question.Speaker != sentence.Speaker
                && sentence.Turn > question.Turn && sentence.Turn <= question.Turn + AnswerTurns && sentence.Index < AnswerSentences
                && !match.Has(noAnswer) && rule.IsAnswer(match));

    // "That one is not negotiable." means nothing alone: it keeps the sentence that it points to. A short answer keeps its turn.
    private static string Quote(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn)
    {
        var first = sentence.Words.Count > 0 ? sentence.Words[0].Text : "";
        if (sentence.Index > 0 && sentence.Words.Count <= PointsBack && first is "that" or "this" or "it" or "which" or "they" or "he" or "she"
            && !turn[sentence.Index - 1].IsQuestion)
        {
            return $"{turn[sentence.Index - 1].Text} {sentence.Text}";
        }

        return sentence.Words.Count < ShortAnswer && sentence.Index + 1 < turn.Count && !turn[sentence.Index + 1].IsQuestion
            ? $"{sentence.Text} {turn[sentence.Index + 1].Text}"
            : sentence.Text;
    }
}
