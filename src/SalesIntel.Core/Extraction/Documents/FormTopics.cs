using System.Collections.Concurrent;

namespace SalesIntel.Extraction;

/// <summary>What the questions of a form are about. Forms are the customer's own, so each topic has the words that forms use, in English,
/// German, French, Spanish and Portuguese, and for what every form asks for in more languages; they stand in <c>Data/form-topics.txt</c>.
/// </summary>
internal static class FormTopics
{
    // Questions come from outside: a form has few, an attack may have any number.
    private const int MostRemembered = 2_000;
    private const int LongestQuestion = 2_000;

    // Words between two things that one question asks for: "company name and website".
    private const int MostBetween = 4;
    private const string DataName = "Extraction.Documents.Data.form-topics.txt";

    private static readonly PhraseGrammar Grammar = new([DataName]);
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data = DataFile.Sections(DataName);
    private static readonly int And = Grammar.Concept("and");

    // The more telling topic comes first: "company website" asks for a website, "how many tools" for a number.
    private static readonly (FormTopic Topic, int Concept, int Denied)[] Topics =
    [
        .. Enum.GetValues<FormTopic>()
            .Select(topic => (topic, Grammar.Concept($"topic.{Key(topic)}"), Grammar.Find($"topic.{Key(topic)}.denied"))),
    ];

    private static readonly Dictionary<FormTopic, IReadOnlyList<string>> Parts = Enum.GetValues<FormTopic>()
        .ToDictionary(topic => topic, topic => Data.GetValueOrDefault($"contains.{Key(topic)}", []));

    private static readonly Dictionary<string, FormTopic> Whole = Enum.GetValues<FormTopic>()
        .SelectMany(topic => Data.GetValueOrDefault($"whole.{Key(topic)}", [])
            .SelectMany(PhrasePattern.Expand).Select(word => (word, topic)))
        .ToDictionary(one => one.word, one => one.topic, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<FormTopic>> Known = new(StringComparer.Ordinal);

    /// <summary>The phrases of questions.</summary>
    public static PhraseGrammar Phrases => Grammar;

    /// <summary>What a question asks for, in its own order; several topics only where it joins them ("company and role"); none when it is
    /// about
    /// nothing that is known.</summary>
    public static IReadOnlyList<FormTopic> Of(string question)
    {
        if (Known.TryGetValue(question, out var topics))
        {
            return topics;
        }

        topics = Read(TextCleaner.Cut(question, LongestQuestion));
        if (Known.Count < MostRemembered && question.Length <= LongestQuestion)
        {
            Known.TryAdd(question, topics);
        }

        return topics;
    }

    /// <summary>True when the question asks for this.</summary>
    public static bool IsAbout(FormTopic topic, string question) => Of(question).Contains(topic);

    private static string Key(FormTopic topic) =>
        string.Concat(topic.ToString().Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant();

    private static IReadOnlyList<FormTopic> Read(string question)
    {
        var words = SpokenWords.Split(question);
        if (words.Count == 1 && Whole.TryGetValue(words[0].Text, out var only))
        {
            return [only];
        }

        var match = new SentenceMatch(Grammar);
        match.Read(words, []);
        var found = Topics.Select(one => (one.Topic, Spans: Spans(match, one.Concept, one.Denied)))
            .Where(one => one.Spans.Count > 0 || Parts[one.Topic].Any(part => question.Contains(part, StringComparison.Ordinal)))
            .ToList();
        if (found.Count == 0)
        {
            return [];
        }

        // Joined to what is asked for already, on either side.
        var asked = new List<(FormTopic Topic, List<(int Start, int End)> Spans)> { found[0] };
        for (var i = 1; i < found.Count; i++)
        {
            if (asked.TrueForAll(one => !IsSame(one.Topic, found[i].Topic))
                && asked.Exists(one => IsJoined(match, question, words, one.Spans, found[i].Spans)))
            {
                asked.Add(found[i]);
                i = 0;
                found.RemoveAll(one => asked.Skip(1).Any(taken => taken.Topic == one.Topic));
            }
        }

        FormTopic[] topics = [.. asked.OrderBy(one => one.Spans.Count > 0 ? one.Spans[0].Start : 0).Select(one => one.Topic)];
        return topics.Contains(FormTopic.FirstName) && topics.Contains(FormTopic.LastName)
            ? [FormTopic.FullName, .. topics.Where(topic => topic is not (FormTopic.FirstName or FormTopic.LastName or FormTopic.FullName))]
            : topics;
    }

    private static List<(int Start, int End)> Spans(SentenceMatch match, int concept, int denied)
    {
        var denials = match.Spans(denied).ToList();
        return [.. match.Spans(concept).Where(span => denials.TrueForAll(denial => denial.End <= span.Start || span.End <= denial.Start))];
    }

    private static bool IsSame(FormTopic one, FormTopic other) =>
        (one, other) is (FormTopic.ToolsUsed, FormTopic.Tools) or (FormTopic.Staff, FormTopic.Users or FormTopic.Count)
            or (FormTopic.Users, FormTopic.Count) or (FormTopic.Location, FormTopic.Location);

    private static bool IsJoined(
        SentenceMatch match, string question, List<SpokenWord> words, List<(int Start, int End)> left, List<(int Start, int End)> right) =>
        left.Exists(one => right.Exists(other => one.End <= other.Start
            ? IsJoint(match, question, words, one.End, other.Start)
            : other.End <= one.Start && IsJoint(match, question, words, other.End, one.Start)));

    private static bool IsJoint(SentenceMatch match, string question, List<SpokenWord> words, int from, int to) =>
        to - from <= MostBetween
        && (match.Spans(And).Any(span => span.Start >= from && span.Start < to)
            || question.AsSpan(words[from - 1].End, words[to].Start - words[from - 1].End).IndexOfAny("&/,+;|") >= 0);
}
