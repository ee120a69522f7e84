using System.Runtime.CompilerServices;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A form as rules read it: which answer belongs to which field. An answer that says nothing is none.</summary>
internal sealed class FormReading
{
    private static readonly int Number = SpokenRules.Grammar.Concept("number");

    // What is mentioned in passing is looked for in the beginning of an answer: people write a few sentences.
    private const int LongestRead = 20_000;

    // The same for each form.
    private static readonly ConditionalWeakTable<LeadField, string[][]> Labels = [];

    private readonly (FormAnswer Answer, IReadOnlyList<FormTopic> Topics)[] answers;
    private readonly Dictionary<string, List<AnswerClaim>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<FormTopic, (FormAnswer Answer, string Part)[]> parts = [];
    private (AnswerClaim Claim, int[] Concepts)[]? sentences;

    /// <param name="form">The form.</param>
    /// <param name="named">Fields that no rule fills: a question that consists of such a field's label, or holds it, is about that field
    /// and about nothing else.</param>
    public FormReading(Form form, IEnumerable<LeadField> named)
    {
        Form = form;
        var labels = named.Select(field => (field.Name, Labels: Labels.GetValue(field, static one => [WordsOf(one.Label), WordsOf(one.Name)]))).ToArray();
        List<(FormAnswer, IReadOnlyList<FormTopic>)> rest = [];
        foreach (var answer in form.Answers.Where(answer => !Nothing.IsNothing(answer.Answer)))
        {
            var question = WordsOf(answer.Question);
            if (Array.Find(labels, field => field.Labels.Any(label => Names(question, label))).Name is { } name)
            {
                this.named[name] = [.. this.named.GetValueOrDefault(name, []), Claim(answer, TextCleaner.Block(answer.Answer))];
            }
            else
            {
                rest.Add((answer, FormTopics.Of(answer.Question)));
            }
        }

        answers = [.. rest];
    }

    public Form Form { get; }

    /// <summary>The answers to questions that name a field.</summary>
    public IReadOnlyList<AnswerClaim> Named(LeadField field) => named.GetValueOrDefault(field.Name, []);

    /// <summary>What answers tell about a topic, each with its question.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="read">From the words of the answer to the value; empty when they hold none. Null = the words are the value.</param>
    public IReadOnlyList<AnswerClaim> Of(FormTopic topic, Func<string, string>? read = null) =>
    [
        .. PartsOf(topic)
            .Select(one => (one.Answer, one.Part, Text: read is null ? one.Part : Nothing.OrText(read(one.Part))))
            .Where(one => one.Text.Length > 0)
            .Select(one => new AnswerClaim(one.Answer.Question, one.Part, one.Text)),
    ];

    /// <summary>The words of answers about a topic, joined by lines; empty when there are none.</summary>
    public string Text(FormTopic topic) => string.Join('\n', Of(topic).Select(claim => claim.Text));

    /// <summary>Answers to questions of no known topic, each with its question.</summary>
    public IReadOnlyList<AnswerClaim> Others() =>
    [
        .. answers.Where(one => one.Topics.Count == 0 || one.Topics.Any(topic => topic is FormTopic.Count or FormTopic.Revenue))
            .Select(one => one.Answer)
            .Select(answer => new AnswerClaim(
                answer.Question, answer.Answer, $"{TextCleaner.Line(answer.Question)}: {TextCleaner.Line(answer.Answer)}")),
    ];

    /// <summary>The first sentences of answers that speak of a concept, whatever was asked.</summary>
    public IReadOnlyList<AnswerClaim> Sentences(int concept, int most) =>
    [
        .. (sentences ??= [.. ReadSentences()]).Where(one => one.Concepts.Contains(concept)).Select(one => one.Claim)
            .DistinctBy(claim => claim.Text).Take(most),
    ];

    // Each is read once, whatever it is asked for afterwards.
    private IEnumerable<(AnswerClaim Claim, int[] Concepts)> ReadSentences()
    {
        var match = new SentenceMatch(SpokenRules.Grammar);
        var text = string.Join('\n', answers.Select(one => Beginning(one.Answer)));
        var numbers = new SpokenNumbers(LanguageWords.Of(TokenReader.Read(text), null, out _));
        foreach (var (answer, _) in answers.Where(one => !one.Topics.Any(topic => topic is FormTopic.Consent or FormTopic.Revenue)))
        {
            foreach (var (sentence, words) in TranscriptSentences.Split(Beginning(answer), CancellationToken.None))
            {
                match.Read(words, numbers.In(words).Select(number => (Number, number.Start, number.End)));
                yield return (Claim(answer, sentence), [.. match.Concepts()]);
            }
        }
    }

    // Several fields are read from the answers about one topic.
    private (FormAnswer Answer, string Part)[] PartsOf(FormTopic topic)
    {
        if (!parts.TryGetValue(topic, out var found))
        {
            parts.Add(topic, found =
            [
                .. answers.Where(one => one.Topics.Contains(topic))
                    .Select(one => (one.Answer, Part: AnswerParts.Of(topic, one.Answer))).Where(one => one.Part.Length > 0),
            ]);
        }

        return found;
    }

    private static string Beginning(FormAnswer answer) => TextCleaner.Block(TextCleaner.Cut(answer.Answer, LongestRead));

    private static AnswerClaim Claim(FormAnswer answer, string text) => new(answer.Question, text, text);

    private static string[] WordsOf(string text) => Array.ConvertAll(Word.Split(text.Replace('_', ' ')), word => word.Text);

    // A label of one word is part of too many questions: it has to be the whole of it.
    private static bool Names(string[] question, string[] label) => label.Length switch
    {
        0 => false,
        1 => question.Length == 1 && question[0] == label[0],
        _ => Enumerable.Range(0, Math.Max(0, question.Length - label.Length + 1))
            .Any(start => question.AsSpan(start, label.Length).SequenceEqual(label)),
    };
}
