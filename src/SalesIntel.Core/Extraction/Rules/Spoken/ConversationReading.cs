using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which sentences of a meeting speak about which element. What they prove is decided elsewhere
/// (<see cref="SpokenEvidence"/>). Nothing of a meeting that is not about buying speaks about an element.</summary>
internal sealed class ConversationReading
{
    private const int CorrectionTurns = 2;
    private const int ShortAnswer = 6;
    private const int PointsBack = 12;
    private const int MostClaims = 40;
    private const float LessWhenHedged = 1;
    private const float LessWithPhrase = 1;
    private const float LessAside = 2.5f;

    private readonly CueWeights weights;
    private readonly int hedged;
    private readonly IReadOnlyList<SpokenRule> rules;
    private readonly Dictionary<string, List<SpokenClaim>> claims;
    private readonly Dictionary<string, List<SpokenClaim>> counters;
    private readonly Dictionary<string, List<SpokenClaim>> asides;
    private readonly Dictionary<string, (int Turn, string Speaker)> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofTurn = new(StringComparer.Ordinal);
    private readonly LanguageWords language;
    private readonly SentenceMatch match;
    private readonly SalesScore sales;
    private readonly float[] scores;
    private readonly Dictionary<string, int> places;
    private readonly List<(string Rule, int Claim, int Sentence)> madeInTurn = [];
    private readonly HashSet<int> hedgedOfTurn = [];
    private readonly int noAnswer;
    private readonly int aside;
    private int sinceCorrection;
    private (int Turn, string Speaker) correction = (int.MinValue, "");

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">Who belongs to the sellers.</param>
    /// <param name="rules">The rules that are looked at.</param>
    /// <param name="weights">How much cues count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ConversationReading(Meeting meeting, TeamOptions team, IEnumerable<SpokenRule> rules, CueWeights weights,
        CancellationToken cancellationToken)
    {
        this.weights = weights;
        hedged = weights.Find(CueWeights.Hedged);
        sales = new SalesScore(SpokenRules.SaleWeights);
        scores = new float[weights.Count];
        this.rules = [.. rules.Distinct()];
        places = this.rules.ToDictionary(rule => rule.Name, rule => weights.Find(rule.Name), StringComparer.Ordinal);
        claims = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        counters = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        asides = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        var sentences = new MeetingSentences(meeting, team, cancellationToken);
        language = sentences.Language;
        match = sentences.Match;
        aside = SpokenRules.Grammar.Concept("aside");
        noAnswer = SpokenRules.Grammar.Concept("no-answer");
        foreach (var turn in sentences.Turns)
        {
            ofTurn.Clear();
            if (turn.Count > 0 && turn[0].Side == MeetingSide.Seller && turn.Sum(sentence => sentence.Words.Count) > SentenceCues.Backchannel)
            {
                // Whoever says something else does not wait for an answer any more.
                asked.Clear();
            }

            foreach (var sentence in turn)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sentences.Read(sentence);
                weights.Score(sentences.Cues, scores);
                sales.Add(sentence, sentences.Cues);
                if (Reaches(hedged))
                {
                    hedgedOfTurn.Add(sentence.Index);
                }

                if (!match.Has(aside))
                {
                    Read(sentence, turn);
                }
            }

            MarkHedged();
        }
    }

    /// <summary>True when the meeting is about buying.</summary>
    public bool IsSale => sales.IsSale;

    /// <summary>The claims of a rule in the meeting's order; none when the meeting is not about buying. What was said against something, and
    /// what is hardly about the element, counts only where there is something.</summary>
    public IReadOnlyList<SpokenClaim> Claims(SpokenRule rule, string element) => IsSale && claims[rule.Name].Count > 0
        ? [.. claims[rule.Name].Concat(counters[rule.Name]).Concat(asides[rule.Name]).OrderBy(one => one.Turn)
            .Select(one => one with { Element = element })]
        : [];

    // Who is unsure says so in the sentence, or right behind it.
    private void MarkHedged()
    {
        foreach (var (rule, claim, sentence) in madeInTurn)
        {
            if (hedgedOfTurn.Contains(sentence) || hedgedOfTurn.Contains(sentence + 1))
            {
                claims[rule][claim] = claims[rule][claim] with { IsHedged = true };
            }
        }

        madeInTurn.Clear();
        hedgedOfTurn.Clear();
    }

    private bool Reaches(int name, float less = 0) => scores[name] >= weights.ThresholdOf(name) - less;

    private void Read(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn)
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

        if (WordsForSoftware.StartIn(sentence.Text, tokens) < sentence.Text.Length)
        {
            return;
        }

        var isSaid = rules.Any(rule => rule.IsSaid(match));
        foreach (var rule in rules)
        {
            var isAsked = rule.IsAsked(match);
            if (!isSeller && claims[rule.Name].Count < MostClaims && IsHit(rule, sentence, isAsked, isSaid))
            {
                madeInTurn.Add((rule.Name, claims[rule.Name].Count, sentence.Index));
                claims[rule.Name].Add(new SpokenClaim(rule.Name, Quote(sentence, turn), sentence.Turn, ""));
                ofTurn.Add(rule.Name);
            }
            else if (!isSeller && !sentence.IsQuestion && counters[rule.Name].Count < MostClaims && rule.IsCounter(match))
            {
                counters[rule.Name].Add(new SpokenClaim(rule.Name, sentence.Text, sentence.Turn, ""));
            }
            else if (!isSeller && !sentence.IsQuestion && asides[rule.Name].Count < MostClaims && IsAside(rule))
            {
                asides[rule.Name].Add(new SpokenClaim(rule.Name, Quote(sentence, turn), sentence.Turn, "") { IsAside = true });
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

    private bool IsHit(SpokenRule rule, SpokenSentence sentence, bool isAsked, bool isSaid)
    {
        var isCorrection = !sentence.IsQuestion && rule.IsAnswer(match) && !match.Has(noAnswer)
            && Corrects(rule, sentence, isAsked) && (isAsked || !isSaid);
        if (places[rule.Name] is >= 0 and var place)
        {
            // What is said without being sure is written nowhere, so that less is needed to mention it; and less of what has a known phrase.
            var less = (Reaches(hedged) ? LessWhenHedged : 0) + (SaysPhrase(rule, sentence) ? LessWithPhrase : 0);
            return isCorrection || (!rule.IsDenied(match) && Reaches(place, less));
        }

        return isCorrection || SaysPhrase(rule, sentence);
    }

    // What says too little by itself may still contradict what is clearly about it.
    private bool IsAside(SpokenRule rule) => places[rule.Name] is >= 0 and var place && !rule.IsDenied(match) && Reaches(place, LessAside);

    private bool SaysPhrase(SpokenRule rule, SpokenSentence sentence) => sentence.IsQuestion
        ? rule.IsSaidInQuestion(match)
        : rule.IsSaid(match) || (rule.IsAnswer(match) && !match.Has(noAnswer) && IsAnswer(rule, sentence));

    private bool IsAnswer(SpokenRule rule, SpokenSentence sentence) =>
        asked.TryGetValue(rule.Name, out var question) && question.Speaker != sentence.Speaker
        && sentence.Turn > question.Turn && sentence.Turn <= question.Turn + SentenceCues.AnswerTurns
        && sentence.Index < SentenceCues.AnswerSentences;

    // "No, it's the fourteenth", right behind what it corrects; or later, with a word that tells what it is about.
    private bool Corrects(SpokenRule rule, SpokenSentence sentence, bool isAsked) =>
        correction.Speaker == sentence.Speaker && sentence.Turn - correction.Turn <= CorrectionTurns
        && (sinceCorrection == 0 || (sinceCorrection == 1 && GoesOn(sentence)))
        && (isAsked || ofTurn.Contains(rule.Name)
            || (claims[rule.Name] is [.., { Turn: { } last }] && sentence.Turn - last <= CorrectionTurns));

    // "That's the old figure. It's twenty-five days now."
    private static bool GoesOn(SpokenSentence sentence) => sentence.Words.Count is > 0 and <= PointsBack
        && (RuleWords.GoesOn.Contains(sentence.Words[0].Text)
            || sentence.Words[0].IsCapital && !RuleWords.Capital.Contains(sentence.Words[0].Text) && sentence.Words.Count <= ShortAnswer);

    // "That one is not negotiable." means nothing alone: it keeps the sentence that it points to. A short answer keeps the next one.
    private static string Quote(SpokenSentence sentence, IReadOnlyList<SpokenSentence> turn)
    {
        var first = sentence.Words.Count > 0 ? sentence.Words[0].Text : "";
        if (sentence.Index > 0 && sentence.Words.Count <= PointsBack && !turn[sentence.Index - 1].IsQuestion
            && RuleWords.PointsBack.Contains(first))
        {
            return $"{turn[sentence.Index - 1].Text} {sentence.Text}";
        }

        return (sentence.IsQuestion || sentence.Words.Count < ShortAnswer)
            && sentence.Index + 1 < turn.Count && !turn[sentence.Index + 1].IsQuestion
            ? $"{sentence.Text} {turn[sentence.Index + 1].Text}"
            : sentence.Text;
    }
}
