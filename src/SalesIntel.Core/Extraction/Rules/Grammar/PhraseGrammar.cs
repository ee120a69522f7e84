namespace SalesIntel.Extraction;

/// <summary>Concepts and the phrases that mean them, from data files (see <c>Rules/Data/README.md</c>). A concept may be made of others,
/// never
/// of itself, so that a sentence is read in one pass.</summary>
internal sealed class PhraseGrammar
{
    /// <summary>Concepts that code recognises, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<string> BuiltIn = ["any", "number", "number-th", "name", "firm"];

    private readonly FrozenDictionary<string, int> concepts;
    private readonly FrozenDictionary<string, int> words;
    private readonly string[] names;
    private readonly GrammarPhrase[][] byWord;
    private readonly GrammarPhrase[][] byConcept;

    /// <param name="files">Names of the data files, for <see cref="DataFile"/>.</param>
    /// <exception cref="FormatException">A phrase can't be read, or names a concept that there is not, or one that is made of
    /// itself.</exception>
    public PhraseGrammar(params IEnumerable<string> files)
    {
        var sections = files.SelectMany(file => DataFile.Sections(file)).Where(section => section.Key.Length > 0)
            .ToDictionary(
                section => section.Key, section => section.Value.SelectMany(PhrasePattern.Expand).ToArray(), StringComparer.Ordinal);
        string[] order = [.. BuiltIn, .. Order(sections)];
        names = order;
        concepts = order.Select((name, index) => KeyValuePair.Create(name, index)).ToFrozenDictionary(StringComparer.Ordinal);
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        GrammarPhrase[] phrases =
        [
            .. sections.SelectMany(section => section.Value.Distinct().Select(phrase => Read(section.Key, phrase, vocabulary))),
        ];
        words = vocabulary.ToFrozenDictionary(StringComparer.Ordinal);
        byWord = Group(phrases.Where(phrase => phrase.Steps[0].Word >= 0), phrase => phrase.Steps[0].Word, words.Count);
        byConcept = Group(phrases.Where(phrase => phrase.Steps[0].Word < 0), phrase => phrase.Steps[0].Concept, order.Length);
    }

    /// <summary>Number of concepts.</summary>
    public int Concepts => concepts.Count;

    /// <summary>Number of words of which phrases are made.</summary>
    public int Words => words.Count;

    /// <summary>The number of a concept.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public int Concept(string name) => concepts.TryGetValue(name, out var concept)
        ? concept
        : throw new ArgumentException($"No data file has a section [{name}].", nameof(name));

    /// <summary>The number of a concept; -1 when there is none of this name.</summary>
    public int Find(string name) => concepts.GetValueOrDefault(name, -1);

    public string NameOf(int concept) => names[concept];

    /// <summary>The number of a word; -1 when no phrase has it.</summary>
    public int Word(string text) => words.GetValueOrDefault(text, -1);

    /// <summary>The phrases that begin with a word.</summary>
    public ReadOnlySpan<GrammarPhrase> BeginningWith(int word) => byWord[word];

    /// <summary>The phrases that begin with a concept.</summary>
    public ReadOnlySpan<GrammarPhrase> BeginningWithConcept(int concept) => byConcept[concept];

    private static GrammarPhrase[][] Group(IEnumerable<GrammarPhrase> phrases, Func<GrammarPhrase, int> key, int count)
    {
        var groups = phrases.ToLookup(key);
        return [.. Enumerable.Range(0, count).Select(index => groups[index].ToArray())];
    }

    private static string[] Items(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Reference(string item) => item is ['<', .., '>'] ? item[1..^1] : null;

    // What a concept is made of comes before it.
    private static List<string> Order(Dictionary<string, string[]> sections)
    {
        var order = new List<string>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in sections.Keys)
        {
            Visit(name, "");
        }

        return order;

        void Visit(string name, string from)
        {
            if (BuiltIn.Contains(name) || (state.TryGetValue(name, out var isDone) && isDone))
            {
                return;
            }

            if (!sections.TryGetValue(name, out var phrases))
            {
                throw new FormatException($"[{from}] names <{name}>, which no data file has.");
            }

            if (!state.TryAdd(name, false))
            {
                throw new FormatException($"The concept [{name}] is made of itself.");
            }

            foreach (var part in phrases.SelectMany(Items).Select(Reference).OfType<string>().Distinct())
            {
                Visit(part, name);
            }

            state[name] = true;
            order.Add(name);
        }
    }

    private GrammarPhrase Read(string concept, string phrase, Dictionary<string, int> vocabulary)
    {
        var steps = new List<GrammarStep>();
        var gap = 0;
        foreach (var item in Items(phrase))
        {
            if (item.StartsWith("..", StringComparison.Ordinal))
            {
                gap += int.Parse(item.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);
                continue;
            }

            if (Reference(item) is { } part)
            {
                steps.Add(new GrammarStep(-1, concepts[part], gap));
            }
            else
            {
                var word = LetterFolding.Fold(item);
                vocabulary.TryAdd(word, vocabulary.Count);
                steps.Add(new GrammarStep(vocabulary[word], -1, gap));
            }

            gap = 0;
        }

        return steps.Count > 0 && steps[0].Gap == 0
            ? new GrammarPhrase(concepts[concept], [.. steps])
            : throw new FormatException($"The phrase '{phrase}' of [{concept}] begins with a gap.");
    }
}
