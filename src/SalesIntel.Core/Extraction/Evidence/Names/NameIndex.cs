namespace SalesIntel.Extraction;

/// <summary>What a document shows about names: which words are names in it, and which of them belong together.</summary>
internal sealed class NameIndex
{
    private const int LongestName = 4;
    private const int MostFull = 2_000;

    private HashSet<string>? small;
    private HashSet<string>? capital;
    private HashSet<string>? first;
    private HashSet<string>? persons;
    private readonly HashSet<string> neutral;
    private readonly List<string[]> full = [];

    // What this one adds to: a document is indexed once, and then looked at together with this claim and that.
    private readonly NameIndex? known;
    private readonly int fullBefore;

    /// <param name="texts">What was said or written.</param>
    /// <param name="people">Names of the people who are known by the document's own facts.</param>
    /// <param name="neutral">Texts whose words stand for the setting, e.g. the company of an address or the title: anybody may name
    /// them.</param>
    public NameIndex(IEnumerable<ReadText> texts, IEnumerable<string> people, IEnumerable<string> neutral)
        : this(null, texts, people, neutral)
    {
    }

    private NameIndex(NameIndex? known, IEnumerable<ReadText> texts, IEnumerable<string> people, IEnumerable<string> neutral)
    {
        (this.known, fullBefore) = (known, known is null ? 0 : known.fullBefore + known.full.Count);
        this.neutral = [.. neutral.SelectMany(TokenReader.Words).Where(word => word.Length > 2)];
        foreach (var text in texts)
        {
            Add(text);
        }

        foreach (var name in people.Select(person => TokenReader.Words(person).ToArray()).Where(name => name.Length > 0))
        {
            AddFull(name);
            foreach (var word in name)
            {
                Add(ref persons, word);
            }
        }
    }

    /// <summary>What it shows together with another text.</summary>
    public NameIndex With(ReadText more) => new(this, [more], [], []);

    /// <summary>What it shows together with facts of the document.</summary>
    /// <param name="people">Names of people.</param>
    /// <param name="neutral">Texts whose words stand for the setting.</param>
    public NameIndex With(IEnumerable<string> people, IEnumerable<string> neutral) => new(this, [], people, neutral);

    /// <summary>True when the word is also written small: "Budget" is no name where there is talk of "the budget".</summary>
    public bool IsSmall(Token token) => IsSmall(token.Text);

    /// <summary>True when the document writes the word as a name.</summary>
    public bool IsName(string word) => IsPerson(word) || (Has(word, static index => index.capital) && !IsSmall(word));

    /// <summary>True when the document writes the word with a capital letter only, if perhaps because it begins sentences.</summary>
    public bool MayBeName(string word) => (IsName(word) || Has(word, static index => index.first)) && !IsSmall(word);

    /// <summary>True when the word is a part of a person's name, as far as the document shows.</summary>
    public bool IsPerson(string word) => Has(word, static index => index.persons);

    /// <summary>True when the word belongs to the setting.</summary>
    public bool IsNeutral(string word) => Has(word, static index => index.neutral);

    /// <summary>The names said in full, or of attendees, that a word is a part of.</summary>
    public IEnumerable<string[]> FullNamesOf(string word)
    {
        var own = full.Where(name => name.Contains(word, StringComparer.Ordinal));
        return known is null ? own : known.FullNamesOf(word).Concat(own);
    }

    private static void Add(ref HashSet<string>? words, string word) => (words ??= new HashSet<string>(StringComparer.Ordinal)).Add(word);

    private bool IsSmall(string word) => Has(word, static index => index.small);

    private bool Has(string word, Func<NameIndex, HashSet<string>?> words)
    {
        for (var index = this; index is not null; index = index.known)
        {
            if (words(index)?.Contains(word) == true)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ReadText text)
    {
        List<string> run = [];
        var (tokens, language) = (text.Tokens, text.Language);
        var (clause, startsSentence) = (-1, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            var isWord = char.IsLetter(token.Text[0]);
            if (!isWord || !(token.IsCapital || token.IsAcronym))
            {
                if (isWord)
                {
                    Add(ref small, token.Text);
                }

                Close(run, startsSentence);
                continue;
            }

            var (isCalendar, isCommon) = (IsCalendar(text, token), language.Common.Contains(token.Text));
            if (!token.IsFirst && !language.HasCapitalNouns && !isCalendar)
            {
                Add(ref capital, token.Text);
            }
            else if (!language.HasCapitalNouns && !isCalendar && !isCommon && text.IsContent(i))
            {
                Add(ref first, token.Text);
            }

            var isPart = token.IsCapital && !(language.HasCapitalNouns && token.IsFirst) && !isCalendar && !isCommon
                && !language.Titles.Contains(token.Text) && !language.Stop.Contains(token.Text) && language.Units.At(tokens, i, out _) == 0;
            if (!isPart || (run.Count > 0 && token.Clause != clause))
            {
                Close(run, startsSentence);
            }

            if (isPart && i > 0 && language.Titles.Contains(tokens[i - 1].Text))
            {
                Add(ref persons, token.Text);
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
            foreach (var word in run)
            {
                if (!IsSmall(word))
                {
                    Add(ref persons, word);
                }
            }
        }

        run.Clear();
    }

    private void AddFull(string[] name)
    {
        if (fullBefore + full.Count < MostFull && !HasFull(name))
        {
            full.Add(name);
        }
    }

    private bool HasFull(string[] name)
    {
        for (var index = this; index is not null; index = index.known)
        {
            if (index.full.Exists(one => one.AsSpan().SequenceEqual(name)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalendar(ReadText text, Token token) =>
        text.Language.Months.ContainsKey(token.Text) || text.Language.Days.Has(token.Text);
}
