using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Scores what the customer's side said against the rules. Later statements win over earlier ones of the same weight, and
/// a correction over both.</summary>
internal sealed class MeddicScan
{
    private const double Threshold = 2;
    private const int MinWords = 4;
    private const int MaxCharacters = 400;

    private readonly List<SpokenSentence> _sentences = [];
    private readonly bool _hasTurns;

    public MeddicScan(Meeting meeting, IEnumerable<string> internalDomains)
    {
        _hasTurns = meeting.Transcript.Count > 0;
        if (_hasTurns)
        {
            AddTurns(meeting, InternalSpeakers(meeting, internalDomains));
        }
        else
        {
            AddReport(meeting);
        }

        DropSuperseded();
    }

    /// <summary>The element that a rule finds; empty when it finds none.</summary>
    public MeddicElement Find(MeddicRule rule)
    {
        var hits = Hits(rule);
        if (rule == MeddicRules.Champion && _hasTurns)
        {
            return Champion(hits);
        }

        return hits.Count == 0 ? MeddicElement.Empty : Element(hits[0], Texts(hits, rule.Keep));
    }

    /// <summary>The sentences that a rule finds, in the order of the meeting.</summary>
    public IReadOnlyList<string> List(MeddicRule rule) => [.. Texts(Hits(rule), rule.Keep)];

    // A champion is a person: who of them spoke up for it most.
    private static MeddicElement Champion(List<(SpokenSentence Sentence, double Score)> hits)
    {
        var person = hits.Where(hit => hit.Sentence.Speaker.Length > 0).GroupBy(hit => hit.Sentence.Speaker)
            .OrderByDescending(group => group.Sum(hit => hit.Score)).FirstOrDefault();
        if (person is null)
        {
            return MeddicElement.Empty;
        }

        var said = person.ToList();
        return Element(said[0], Texts(said, 2).Prepend($"{person.Key}:"));
    }

    private static MeddicElement Element((SpokenSentence Sentence, double Score) best, IEnumerable<string> texts)
    {
        var isSpoken = best.Sentence.Turn > 0;
        return new MeddicElement
        {
            Value = string.Join(' ', texts),
            Quote = isSpoken ? best.Sentence.Text : "",
            Speaker = best.Sentence.Speaker,
            Turn = isSpoken ? best.Sentence.Turn : null,
            At = best.Sentence.At,
            Grounding = isSpoken ? Grounding.Confirmed : Grounding.None,
        };
    }

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

    private List<(SpokenSentence Sentence, double Score)> Hits(MeddicRule rule) => [.. _sentences
        .Select(sentence => (Sentence: sentence, Score: Score(rule, sentence)))
        .Where(hit => hit.Score >= Threshold)
        .OrderByDescending(hit => hit.Score)];

    private static double Score(MeddicRule rule, SpokenSentence sentence)
    {
        var strong = rule.Strong.Count(sentence.Text);
        var weak = rule.Weak.Count(sentence.Text);
        var score = (Math.Min(strong, 2) * 2.0) + Math.Min(weak, 3);
        if (score == 0)
        {
            return 0;
        }

        score += sentence.Question.Length > 0 && rule.Asked.IsMatch(sentence.Question) ? 2 : 0;
        score -= MeddicRules.Guess.IsMatch(sentence.TurnText) ? 3 : 0;
        score += MeddicRules.Correction.IsMatch(sentence.TurnText) ? 2 : 0;
        return strong == 0 && weak < 2 && score < 3 ? 0 : score + (0.9 * sentence.Position);
    }

    // "It's the fourteenth, not the twenty-first": what was said before about the twenty-first no longer holds.
    private void DropSuperseded()
    {
        foreach (var correction in _sentences.Where(s => MeddicRules.Correction.IsMatch(s.TurnText)).ToList())
        {
            var match = MeddicRules.Superseded.Match(correction.Text);
            if (match.Success)
            {
                var word = match.Groups[1].Value;
                _sentences.RemoveAll(s => s.Position < correction.Position
                    && s.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static HashSet<string> InternalSpeakers(Meeting meeting, IEnumerable<string> internalDomains)
    {
        var domains = internalDomains.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (domains.Count == 0)
        {
            domains.Add(MailDomains.Of(meeting.Owner?.Email ?? ""));
        }

        domains.Remove("");
        return meeting.Attendees.Append(meeting.Owner)
            .Where(a => a is not null && domains.Contains(MailDomains.Of(a.Email ?? "")))
            .Select(a => a!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private void AddTurns(Meeting meeting, HashSet<string> internals)
    {
        var question = "";
        for (var i = 0; i < meeting.Transcript.Count; i++)
        {
            var turn = meeting.Transcript[i];
            var text = TextCleaner.Line(turn.Text);
            if (internals.Contains(turn.Speaker))
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
            if (!sentence.EndsWith('?') && sentence.Count(c => c == ' ') + 1 >= MinWords && !MeddicRules.ToTheReader.IsMatch(sentence))
            {
                yield return pointsBack ? $"{previous} {sentence}" : sentence;
            }

            previous = sentence;
        }
    }
}
