namespace SalesIntel.Extraction;

/// <summary>The cues of sentences. Sentences are given in the order in which they are said, because a sentence has cues of the question that
/// it answers and of the sentence before it in its turn. One object reads one meeting.</summary>
internal sealed class SentenceCues(PhraseGrammar grammar)
{
    /// <summary>A word.</summary>
    public const char Word = 'w';

    /// <summary>A word without its ending.</summary>
    public const char Stem = 's';

    /// <summary>Two words in a row; the sentence's ends count as words.</summary>
    public const char Pair = 'b';

    /// <summary>Two words with one between them.</summary>
    public const char Gap = 'g';

    /// <summary>A concept of the grammar.</summary>
    public const char Concept = 'c';

    /// <summary>A word of the question that is answered.</summary>
    public const char AskedWord = 'q';

    /// <summary>A concept of the question that is answered.</summary>
    public const char AskedConcept = 'a';

    /// <summary>A word of the sentence before, in the same turn.</summary>
    public const char BeforeWord = 'p';

    /// <summary>A concept of the sentence before, in the same turn.</summary>
    public const char BeforeConcept = 'r';

    /// <summary>Something of the sentence as a whole.</summary>
    public const char Whole = 'x';

    /// <summary>So many of a turn's first sentences answer what was asked; then people go on to something else.</summary>
    public const int AnswerSentences = 3;

    /// <summary>So many turns after a question is it answered.</summary>
    public const int AnswerTurns = 3;

    /// <summary>Who says no more words than these, says nothing of his own.</summary>
    public const int Backchannel = 3;

    private const string Number = "#";
    private const string Name = "@";
    private const string End = ".";

    private const int ShortSentence = 6;
    private const int LongSentence = 20;

    private readonly int nameConcept = grammar.Concept("name");
    private readonly int numberConcept = grammar.Concept("number");
    private readonly HashSet<SentenceCue> cues = [];
    private readonly List<SentenceCue> asked = [];
    private readonly List<SentenceCue> before = [];
    private (int Turn, string Speaker) question = (int.MinValue, "");
    private int turn;

    /// <summary>The cues of the next sentence; the set is used again for the sentence after it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its concepts.</param>
    public IReadOnlyCollection<SentenceCue> Of(SpokenSentence sentence, SentenceMatch match)
    {
        if (sentence.Turn != turn)
        {
            turn = sentence.Turn;
            before.Clear();
        }

        var words = WordsOf(sentence, match);
        var concepts = match.Concepts().Select(grammar.NameOf).ToList();
        cues.Clear();
        AddWords(words);
        foreach (var concept in concepts)
        {
            cues.Add(new SentenceCue(Concept, concept, ""));
        }

        AddWhole(sentence);
        if (question.Speaker != sentence.Speaker && sentence.Turn > question.Turn && sentence.Turn <= question.Turn + AnswerTurns
            && sentence.Index < AnswerSentences)
        {
            cues.UnionWith(asked);
            cues.Add(new SentenceCue(Whole, "answer", ""));
        }

        cues.UnionWith(before);
        Keep(sentence, words, concepts);
        return cues;
    }

    private void AddWords(List<string> words)
    {
        for (var i = 0; i <= words.Count; i++)
        {
            var word = i < words.Count ? words[i] : End;
            cues.Add(new SentenceCue(Pair, i > 0 ? words[i - 1] : End, word));
            if (i < words.Count)
            {
                cues.Add(new SentenceCue(Word, word, ""));
                cues.Add(new SentenceCue(Stem, Stems.Of(word), ""));
            }

            if (i > 1)
            {
                cues.Add(new SentenceCue(Gap, words[i - 2], word));
            }
        }
    }

    private void AddWhole(SpokenSentence sentence)
    {
        if (sentence.IsQuestion)
        {
            cues.Add(new SentenceCue(Whole, "question", ""));
        }

        if (sentence.Words.Count <= ShortSentence)
        {
            cues.Add(new SentenceCue(Whole, "short", ""));
        }
        else if (sentence.Words.Count > LongSentence)
        {
            cues.Add(new SentenceCue(Whole, "long", ""));
        }
    }

    // Which name and which number it is says nothing about what the sentence is about.
    private List<string> WordsOf(SpokenSentence sentence, SentenceMatch match)
    {
        var words = sentence.Words.Take(SentenceMatch.MostWords).Select(word => word.Text).ToArray();
        Mark(match.Spans(nameConcept), Name);
        Mark(match.Spans(numberConcept), Number);
        var read = new List<string>(words.Length);
        foreach (var word in words)
        {
            if ((word != Name && word != Number) || read.Count == 0 || read[^1] != word)
            {
                read.Add(word);
            }
        }

        return read;

        void Mark(IEnumerable<(int Start, int End)> spans, string mark)
        {
            foreach (var (start, end) in spans)
            {
                words.AsSpan(start, end - start).Fill(mark);
            }
        }
    }

    private void Keep(SpokenSentence sentence, List<string> words, List<string> concepts)
    {
        before.Clear();
        before.AddRange(words.Select(word => new SentenceCue(BeforeWord, word, "")));
        before.AddRange(concepts.Select(concept => new SentenceCue(BeforeConcept, concept, "")));
        if (sentence.IsQuestion || (words.Count > Backchannel && RuleWords.Interrogatives.Contains(words[0])))
        {
            question = (sentence.Turn, sentence.Speaker);
            asked.Clear();
            asked.AddRange(words.Select(word => new SentenceCue(AskedWord, word, "")));
            asked.AddRange(concepts.Select(concept => new SentenceCue(AskedConcept, concept, "")));
        }
        else if (sentence.Turn > question.Turn && sentence.Speaker == question.Speaker && words.Count > Backchannel)
        {
            // Whoever says something else does not wait for an answer any more.
            question = (int.MinValue, "");
        }
    }
}
