using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Scores what the customer's side said against the rules. Later statements win over earlier ones of the same weight, and
/// a correction over both.</summary>
internal sealed class ConversationScan
{
    private const double Threshold = 2;
    private const int MinWords = 4;
    private const int MaxCharacters = 400;

    private readonly List<SpokenSentence> _sentences = [];
    private readonly bool _hasTurns;

    public ConversationScan(Meeting meeting, TeamOptions team)
    {
        _hasTurns = meeting.Transcript.Count > 0;
        if (_hasTurns)
        {
            AddTurns(meeting, new MeetingSides(meeting, team));
        }
        else
        {
            AddReport(meeting);
        }

        DropSuperseded();
    }

    /// <summary>What a rule finds; absent when it finds nothing.</summary>
    public FieldValue Find(SpokenRule rule)
    {
        var hits = Hits(rule);
        return hits.Count == 0 ? FieldValue.Absent
            : rule.IsList ? FieldValue.Of(string.Join('\n', Texts(hits, rule.Keep)))
            : rule.IsPerson && _hasTurns ? Person(hits, rule.Keep)
            : Said(hits[0], Texts(hits, rule.Keep));
    }

    // A champion is a person: who of them spoke up for it most.
    private static FieldValue Person(List<(SpokenSentence Sentence, double Score)> hits, int keep)
    {
        var person = hits.Where(hit => hit.Sentence.Speaker.Length > 0).GroupBy(hit => hit.Sentence.Speaker)
            .OrderByDescending(group => group.Sum(hit => hit.Score)).FirstOrDefault();
        if (person is null)
        {
            return FieldValue.Absent;
        }

        var said = person.ToList();
        return Said(said[0], Texts(said, keep).Prepend($"{person.Key}:"));
    }

    private static FieldValue Said((SpokenSentence Sentence, double Score) best, IEnumerable<string> texts) =>
        FieldValue.Of(string.Join(' ', texts)) with
        {
            Claims =
            [
                best.Sentence.Turn == 0 ? new Claim() : new Claim
                {
                    Quote = best.Sentence.Text,
                    Speaker = best.Sentence.Speaker,
                    Turn = best.Sentence.Turn,
                    At = best.Sentence.At,
                    Support = ClaimSupport.Supported,
                },
            ],
        };

    private static IEnumerable<string> Texts(List<(SpokenSentence Sentence, double Score)> hits, int keep)
    {
        var taken = new List<SpokenSentence>();
        foreach (var (sentence, _) in hits)
        {
            if (taken.Count < keep && !taken.Any(t => t.Text.Contains(sentence.Text, StringComparison.Ordinal)
                || sentence.Text.Contains(t.Text, StringComparison.Ordinal)))
            {
                taken.Add(sentence);
            }
        }

        return taken.OrderBy(sentence => sentence.Position).Select(sentence => sentence.Text);
    }

    private List<(SpokenSentence Sentence, double Score)> Hits(SpokenRule rule) => [.. _sentences
        .Select(sentence => (Sentence: sentence, Score: Score(rule, sentence)))
        .Where(hit => hit.Score >= Threshold)
        .OrderByDescending(hit => hit.Score)];

    private static double Score(SpokenRule rule, SpokenSentence sentence)
    {
        var strong = rule.Strong.Count(sentence.Text);
        var weak = rule.Weak.Count(sentence.Text);
        var score = (Math.Min(strong, 2) * 2.0) + Math.Min(weak, 3);
        if (score == 0)
        {
            return 0;
        }

        score += sentence.Question.Length > 0 && rule.Asked.IsMatch(sentence.Question) ? 2 : 0;
        score -= SpokenRules.Guess.IsMatch(sentence.TurnText) ? 3 : 0;
        score += SpokenRules.Correction.IsMatch(sentence.TurnText) ? 2 : 0;
        return strong == 0 && weak < 2 && score < 3 ? 0 : score + (0.9 * sentence.Position);
    }

    // "It's the fourteenth, not the twenty-first": what was said before about the twenty-first no longer holds.
    private void DropSuperseded()
    {
        foreach (var correction in _sentences.Where(s => SpokenRules.Correction.IsMatch(s.TurnText)).ToList())
        {
            var match = SpokenRules.Superseded.Match(correction.Text);
            if (match.Success)
            {
                var word = match.Groups[1].Value;
                _sentences.RemoveAll(s => s.Position < correction.Position
                    && s.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private void AddTurns(Meeting meeting, MeetingSides sides)
    {
        var question = "";
        for (var i = 0; i < meeting.Transcript.Count; i++)
        {
            var turn = meeting.Transcript[i];
            var text = TextCleaner.Line(turn.Text);
            if (sides.OfSpeaker(turn.Speaker) == MeetingSide.Seller)
            {
                question = text.Contains('?', StringComparison.Ordinal) ? text : "";
                continue;
            }

            foreach (var sentence in Statements(text))
            {
                _sentences.Add(new SpokenSentence(
                    TextCleaner.Cut(sentence, MaxCharacters), TextCleaner.Line(turn.Speaker), i + 1, turn.At, question, text,
                    (double)i / meeting.Transcript.Count));
            }
        }
    }

    private void AddReport(Meeting meeting)
    {
        var texts = meeting.Chapters.Select(chapter => chapter.Description).Prepend(meeting.Summary).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            var text = TextCleaner.Line(texts[i]);
            foreach (var sentence in Statements(text))
            {
                _sentences.Add(new SpokenSentence(
                    TextCleaner.Cut(sentence, MaxCharacters), "", 0, null, "", text, (double)i / texts.Count));
            }
        }
    }

    // "That one is not negotiable." means nothing alone: it keeps the sentence that it points to.
    private static IEnumerable<string> Statements(string text)
    {
        var previous = "";
        foreach (var sentence in Sentences.Split(text))
        {
            var pointsBack = previous.Length > 0 && sentence.Length <= 40 && (sentence.StartsWith("That ", StringComparison.Ordinal)
                || sentence.StartsWith("This ", StringComparison.Ordinal));
            if (!sentence.EndsWith('?') && sentence.Count(c => c == ' ') + 1 >= MinWords && !SpokenRules.ToTheReader.IsMatch(sentence))
            {
                yield return pointsBack ? $"{previous} {sentence}" : sentence;
            }

            previous = sentence;
        }
    }
}
