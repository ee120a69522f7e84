using System.Text.RegularExpressions;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>A form as rules read it: which answer belongs to which field. An answer that says nothing is none.</summary>
internal sealed class FormReading
{
    private readonly FormAnswer[] answers;
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    /// <param name="form">The form.</param>
    /// <param name="named">Fields that no rule fills: a question that consists of such a field's label, or holds it, is about that field
    /// and about nothing else.</param>
    public FormReading(Form form, IEnumerable<LeadField> named)
    {
        Form = form;
        var labels = named.Select(field => (field.Name, Labels: (string[][])[WordsOf(field.Label), WordsOf(field.Name)])).ToArray();
        List<FormAnswer> rest = [];
        foreach (var answer in form.Answers.Where(answer => !Nothing.IsNothing(answer.Answer)))
        {
            var question = WordsOf(answer.Question);
            if (Array.Find(labels, field => field.Labels.Any(label => Names(question, label))).Name is { } name)
            {
                this.named[name] = Join(this.named.GetValueOrDefault(name, ""), TextCleaner.Block(answer.Answer));
            }
            else
            {
                rest.Add(answer);
            }
        }

        answers = [.. rest];
    }

    /// <summary>The form.</summary>
    public Form Form { get; }

    /// <summary>The answers to questions that name a field, joined by lines; empty when there are none.</summary>
    public string Named(LeadField field) => named.GetValueOrDefault(field.Name, "");

    /// <summary>The answers to questions of a kind, joined by lines; empty when there are none.</summary>
    public string Answer(Regex kind) => string.Join('\n', answers
        .Where(answer => FormTopics.IsAbout(kind, answer.Question)).Select(answer => TextCleaner.Block(answer.Answer)));

    /// <summary>Answers to questions of no kind, each with its question.</summary>
    public string Others() => string.Join('\n', answers
        .Where(answer => !FormTopics.IsKnown(answer.Question))
        .Select(answer => $"{TextCleaner.Line(answer.Question)}: {TextCleaner.Line(answer.Answer)}"));

    /// <summary>The first sentences of any answer that hold certain words, one on each line.</summary>
    public string Sentences(Regex words, int most) => string.Join('\n', answers
        .SelectMany(answer => SalesIntel.Text.Sentences.Split(TextCleaner.Block(answer.Answer)))
        .Where(sentence => words.IsMatch(sentence)).Distinct().Take(most));

    private static string Join(string before, string after) =>
        before.Length > 0 && after.Length > 0 ? $"{before}\n{after}" : before + after;

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
