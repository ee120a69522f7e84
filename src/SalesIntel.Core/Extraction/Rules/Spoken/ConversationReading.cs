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
    private const float LessWhenHedged = 2.75f;
    private const float LessWithPhrase = 0.5f;
    private const float LessAside = 3.5f;

    private readonly CueWeights weights;
    private readonly ContextWeights? context;
    private readonly SentenceNetwork? network;
    private readonly int hedged;
    private readonly IReadOnlyList<SpokenRule> rules;
    private readonly Dictionary<string, List<SpokenClaim>> claims;
    private readonly Dictionary<string, List<SpokenClaim>> counters;
    private readonly Dictionary<string, List<SpokenClaim>> asides;
    private readonly Dictionary<string, (int Turn, string Speaker)> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofTurn = new(StringComparer.Ordinal);
    private readonly LanguageWords language;
    private readonly SalesScore sales;
    private readonly float[] scores;
    private readonly int[] places;
    private readonly List<(string Rule, int Claim, int Sentence)> madeInTurn = [];
    private readonly HashSet<int> hedgedOfTurn = [];
    private int sinceCorrection;
    private (int Turn, string Speaker) correction = (int.MinValue, "");

    /// <param name="meeting">The meeting.</param>
    /// <param name="team">Who belongs to the sellers.</param>
    /// <param name="rules">The rules that are looked at.</param>
    /// <param name="weights">How much sentences speak for elements.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ConversationReading(Meeting meeting, TeamOptions team, IEnumerable<SpokenRule> rules, SpokenWeights weights,
        CancellationToken cancellationToken)
    {
        (this.weights, context, network) = (weights.Cues, weights.Context, weights.Network);
        hedged = this.weights.Find(CueWeights.Hedged);
        sales = new SalesScore(SpokenRules.SaleWeights);
        scores = new float[this.weights.Count];
        this.rules = [.. rules.Distinct()];
        places = [.. this.rules.Select(rule => this.weights.Find(rule.Name))];
        claims = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        counters = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        asides = this.rules.ToDictionary(rule => rule.Name, _ => new List<SpokenClaim>(), StringComparer.Ordinal);
        var sentences = new MeetingSentences(meeting, team, cancellationToken);
        language = sentences.Language;
        var turns = ReadAlone(sentences, cancellationToken);
        var signs = new List<float>();
        for (var i = 0; i < turns.Count && IsSale; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ofTurn.Clear();
            if (turns[i].IsSeller && turns[i].Sentences.Sum(one => one.Sentence.Words.Count) > SentenceCues.Backchannel)
            {
                // Whoever says something else does not wait for an answer any more.
                asked.Clear();
            }

            for (var j = 0; j < turns[i].Sentences.Count; j++)
            {
                ScoreInContext(turns, i, j, signs);
                if (Reaches(hedged))
                {
                    hedgedOfTurn.Add(j);
                }

                if (!turns[i].Sentences[j].IsAside)
                {
                    Read(turns[i].Sentences[j], turns[i].Sentences);
                }
            }

            MarkHedged();
        }
    }

    /// <summary>True when the meeting is about buying.</summary>
    public bool IsSale => sales.IsSale;

    /// <summary>The claims of a rule in the meeting's order; none when the meeting is not about buying. What was said against something counts
    /// only where there is something; what is hardly about the element contradicts or corrects, and says nothing alone.</summary>
    public IReadOnlyList<SpokenClaim> Claims(SpokenRule rule, string element) => IsSale
        ? [.. claims[rule.Name].Concat(claims[rule.Name].Count > 0 ? counters[rule.Name] : []).Concat(asides[rule.Name])
            .OrderBy(one => one.Turn).Select(one => one with { Element = element })]
        : [];

    private List<ReadTurn> ReadAlone(MeetingSentences sentences, CancellationToken cancellationToken)
    {
        var aside = SpokenRules.Grammar.Concept("aside");
        var noAnswer = SpokenRules.Grammar.Concept("no-answer");
        List<ReadTurn> turns = [];
        var reading = network is null ? null : new NetworkReading(network);
        IReadOnlyList<SpokenSentence> before = [];
        foreach (var turn in sentences.Turns)
        {
            reading?.Begin(before.SelectMany(sentence => sentence.Words));
            List<ReadSentence> read = [];
            foreach (var sentence in turn)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sentences.Read(sentence);
                var own = new float[weights.Count];
                weights.Score(sentences.Cues, own);
                sales.Add(sentence, sentences.Cues);
                read.Add(new ReadSentence(
                    sentence, own, sentence.Side == MeetingSide.Seller ? null : reading?.Score(sentence.Words),
                    [.. rules.Select(rule => rule.Signs(sentences.Match))],
                    sentences.Match.Has(aside), sentences.Match.Has(noAnswer)));
            }

            turns.Add(new ReadTurn(read, weights.Count));
            before = turn;
        }

        return turns;
    }

    // Enough is said by a sentence itself, or by it and what stands around it: who is not asked and tells nothing more says it all the same.
    private void ScoreInContext(IReadOnlyList<ReadTurn> turns, int turn, int index, List<float> signs)
    {
        turns[turn].Sentences[index].Scores.CopyTo(scores, 0);
        if (context is null || turns[turn].IsSeller)
        {
            return;
        }

        foreach (var place in places)
        {
            if (place >= 0 && context.Knows(place))
            {
                ContextSigns.Of(turns, turn, index, place, signs);
                scores[place] = Math.Max(
                    scores[place], weights.ThresholdOf(place) + context.Score(place, signs) - context.ThresholdOf(place));
            }
        }
    }

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

    private void Read(ReadSentence read, IReadOnlyList<ReadSentence> turn)
    {
        var sentence = read.Sentence;
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

        var isSaid = read.Signs.Any(signs => (signs & RuleSigns.Said) != 0);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            var isAsked = read.Has(i, RuleSigns.Asked);
            if (!isSeller && claims[rule.Name].Count < MostClaims && IsHit(i, read, isSaid))
            {
                madeInTurn.Add((rule.Name, claims[rule.Name].Count, sentence.Index));
                claims[rule.Name].Add(new SpokenClaim(rule.Name, Quote(sentence, turn), sentence.Turn, ""));
                ofTurn.Add(rule.Name);
            }
            else if (!isSeller && !sentence.IsQuestion && counters[rule.Name].Count < MostClaims && read.Has(i, RuleSigns.Counter))
            {
                counters[rule.Name].Add(new SpokenClaim(rule.Name, sentence.Text, sentence.Turn, ""));
            }
            else if (!isSeller && !sentence.IsQuestion && asides[rule.Name].Count < MostClaims && IsAside(i, read))
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

    private bool IsHit(int rule, ReadSentence read, bool isSaid)
    {
        var isAsked = read.Has(rule, RuleSigns.Asked);
        var isCorrection = !read.Sentence.IsQuestion && read.Has(rule, RuleSigns.Answer) && !read.IsNoAnswer
            && Corrects(rules[rule], read.Sentence, isAsked) && (isAsked || !isSaid);
        if (places[rule] is >= 0 and var place)
        {
            // What is said without being sure is written nowhere, so that less is needed to mention it; and less of what has a known phrase.
            var less = (Reaches(hedged) ? LessWhenHedged : 0) + (SaysPhrase(rule, read) ? LessWithPhrase : 0);
            return isCorrection || (!read.Has(rule, RuleSigns.Denied) && Reaches(place, less));
        }

        return isCorrection || SaysPhrase(rule, read);
    }

    // What says too little by itself may still contradict what is clearly about it.
    private bool IsAside(int rule, ReadSentence read) =>
        places[rule] is >= 0 and var place && !read.Has(rule, RuleSigns.Denied) && Reaches(place, LessAside);

    private bool SaysPhrase(int rule, ReadSentence read) => read.Sentence.IsQuestion
        ? read.Has(rule, RuleSigns.SaidInQuestion)
        : read.Has(rule, RuleSigns.Said) || (read.Has(rule, RuleSigns.Answer) && !read.IsNoAnswer && IsAnswer(rules[rule], read.Sentence));

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
    private static string Quote(SpokenSentence sentence, IReadOnlyList<ReadSentence> turn)
    {
        var first = sentence.Words.Count > 0 ? sentence.Words[0].Text : "";
        if (sentence.Index > 0 && sentence.Words.Count <= PointsBack && !turn[sentence.Index - 1].Sentence.IsQuestion
            && RuleWords.PointsBack.Contains(first))
        {
            return $"{turn[sentence.Index - 1].Sentence.Text} {sentence.Text}";
        }

        return (sentence.IsQuestion || sentence.Words.Count < ShortAnswer)
            && sentence.Index + 1 < turn.Count && !turn[sentence.Index + 1].Sentence.IsQuestion
            ? $"{sentence.Text} {turn[sentence.Index + 1].Sentence.Text}"
            : sentence.Text;
    }
}
