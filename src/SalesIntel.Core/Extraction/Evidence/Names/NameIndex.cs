using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>What a document shows about names: which words are names in it, and which of them belong together.</summary>
internal sealed class NameIndex
{
    private const int LongestName = 4;

    private readonly HashSet<string> small;
    private readonly HashSet<string> capital;
    private readonly HashSet<string> first;
    private readonly HashSet<string> persons;
    private readonly HashSet<string> neutral;
    private readonly List<string[]> full;

    /// <param name="texts">What was said or written.</param>
    /// <param name="people">Names of the people who are known by the document's own facts.</param>
    /// <param name="neutral">Texts whose words stand for the setting, e.g. the company of an address or the title: anybody may name
    /// them.</param>
    public NameIndex(IEnumerable<ReadText> texts, IEnumerable<string> people, IEnumerable<string> neutral)
    {
        (small, capital, first, persons) = (NoWords(), NoWords(), NoWords(), NoWords());
        full = [];
        this.neutral = [.. neutral.SelectMany(TokenReader.Words).Where(word => word.Length > 2)];
        foreach (var text in texts)
        {
            Add(text);
        }

        foreach (var name in people.Select(person => TokenReader.Words(person).ToArray()).Where(name => name.Length > 0))
        {
            AddFull(name);
            persons.UnionWith(name);
        }
    }

    private NameIndex(NameIndex known, ReadText more)
    {
        (small, capital, first, persons) = (Copy(known.small), Copy(known.capital), Copy(known.first), Copy(known.persons));
        neutral = known.neutral;
        full = [.. known.full];
        Add(more);
    }

    /// <summary>What it shows together with another text.</summary>
    public NameIndex With(ReadText more) => new(this, more);

    /// <summary>True when the word is also written small: "Budget" is no name where there is talk of "the budget".</summary>
    public bool IsSmall(Token token) => small.Contains(token.Text);

    /// <summary>True when the document writes the word as a name.</summary>
    public bool IsName(string word) => persons.Contains(word) || (capital.Contains(word) && !small.Contains(word));

    /// <summary>True when the document writes the word with a capital letter only, if perhaps because it begins sentences.</summary>
    public bool MayBeName(string word) => (IsName(word) || first.Contains(word)) && !small.Contains(word);

    /// <summary>True when the word is a part of a person's name, as far as the document shows.</summary>
    public bool IsPerson(string word) => persons.Contains(word);

    /// <summary>True when the word belongs to the setting.</summary>
    public bool IsNeutral(string word) => neutral.Contains(word);

    /// <summary>The names said in full, or of attendees, that a word is a part of.</summary>
    public IEnumerable<string[]> FullNamesOf(string word) => full.Where(name => name.Contains(word, StringComparer.Ordinal));

    private static HashSet<string> NoWords() => new(StringComparer.Ordinal);

    private static HashSet<string> Copy(HashSet<string> words) => new(words, words.Comparer);

    private void Add(ReadText text)
    {
        List<string> run = [];
        var (clause, startsSentence) = (-1, false);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            var isWord = char.IsLetter(token.Text[0]);
            if (isWord && !token.IsCapital && !token.IsAcronym)
            {
                small.Add(token.Text);
            }
            else if (isWord && !token.IsFirst && !text.Language.HasCapitalNouns && !IsCalendar(text, token))
            {
                capital.Add(token.Text);
            }
            else if (isWord && text.IsContent(i) && !text.Language.Common.Contains(token.Text) && !IsCalendar(text, token)
                && !text.Language.HasCapitalNouns)
            {
                first.Add(token.Text);
            }

            var isPart = isWord && token.IsCapital && !(text.Language.HasCapitalNouns && token.IsFirst)
                && !text.Language.Titles.Contains(token.Text)
                && text.Language.Units.At(text.Tokens, i, out _) == 0 && !text.Language.Stop.Contains(token.Text)
                && !IsCalendar(text, token)
                && !text.Language.Common.Contains(token.Text);
            if (!isPart || (run.Count > 0 && token.Clause != clause))
            {
                Close(run, startsSentence);
            }

            if (isPart && i > 0 && text.Language.Titles.Contains(text.Tokens[i - 1].Text))
            {
                persons.Add(token.Text);
            }

            if (isPart)
            {
                startsSentence = run.Count == 0 ? token.IsFirst : startsSentence;
                run.Add(token.Text);
                clause = token.Clause;
            }
        }

        Close(run, startsSentence);
    }

    // Two capital words in a row are a name, also where nouns have capitals: there two nouns hardly ever stand side by side.
    private void Close(List<string> run, bool startsSentence)
    {
        // "Then Anna Berg signs": the first word of a sentence has its capital anyhow.
        if (startsSentence && run.Count > 2)
        {
            run.RemoveAt(0);
        }

        if (run.Count is > 1 and <= LongestName)
        {
            AddFull([.. run]);
            persons.UnionWith(run.Where(word => !small.Contains(word)));
        }

        run.Clear();
    }

    private void AddFull(string[] name)
    {
        if (full.Count < 2_000 && !full.Any(known => known.SequenceEqual(name, StringComparer.Ordinal)))
        {
            full.Add(name);
        }
    }

    private static bool IsCalendar(ReadText text, Token token) =>
        text.Language.Months.ContainsKey(token.Text) || text.Language.Days.Has(token.Text);
}
