using System.Numerics;

namespace SalesIntel.Extraction;

/// <summary>Which concepts of a grammar a sentence of at most <see cref="MostWords"/> words speaks of, and where. One object reads many
/// sentences, one after the other.</summary>
/// <remarks>Concepts are looked for in the order in which they are made of each other; where a phrase may end after a start is a set of
/// bits.
/// The time that a sentence takes is bounded by its words and the grammar, whatever the words are.</remarks>
internal sealed class SentenceMatch(PhraseGrammar grammar)
{
    /// <summary>Words of a sentence at most.</summary>
    public const int MostWords = 60;

    private const int Columns = 64;

    // Bits are places in the sentence: where a concept's phrases that begin at a place may end, where a concept begins, where a word stands.
    private readonly ulong[] ends = new ulong[grammar.Concepts * Columns];
    private readonly ulong[] starts = new ulong[grammar.Concepts];
    private readonly ulong[] places = new ulong[grammar.Words];
    private readonly int[] words = new int[MostWords];
    private readonly List<int> touched = [];
    private readonly List<(GrammarPhrase Phrase, int Start)>[] pending =
        [.. Enumerable.Range(0, grammar.Concepts).Select(_ => new List<(GrammarPhrase, int)>())];

    private int count;

    /// <summary>Reads a sentence; what was read before is forgotten.</summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="builtIn">Where the concepts stand that code recognises: concept, start, end.</param>
    public void Read(IReadOnlyList<SpokenWord> sentence, IEnumerable<(int Concept, int Start, int End)> builtIn)
    {
        Forget();
        count = Math.Min(sentence.Count, MostWords);
        for (var i = 0; i < count; i++)
        {
            words[i] = grammar.Word(sentence[i].Text);
            if (words[i] >= 0)
            {
                places[words[i]] |= 1UL << i;
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (words[i] >= 0)
            {
                foreach (var phrase in grammar.BeginningWith(words[i]))
                {
                    if (MayGoOn(phrase, i + 1))
                    {
                        pending[phrase.Concept].Add((phrase, i));
                    }
                }
            }

            Add(0, i, 1UL << (i + 1));
        }

        foreach (var (concept, start, end) in builtIn)
        {
            Add(concept, start, 1UL << end);
        }

        foreach (var one in pending)
        {
            for (var i = 0; i < one.Count; i++)
            {
                Add(one[i].Phrase.Concept, one[i].Start, Match(one[i].Phrase, one[i].Start));
            }

            one.Clear();
        }
    }

    /// <summary>True when the sentence speaks of a concept.</summary>
    public bool Has(int concept) => concept >= 0 && starts[concept] != 0;

    /// <summary>Where the sentence speaks of a concept: first word, and the word after the longest phrase that begins there.</summary>
    public IEnumerable<(int Start, int End)> Spans(int concept)
    {
        for (var left = concept >= 0 ? starts[concept] : 0; left != 0; left &= left - 1)
        {
            var start = BitOperations.TrailingZeroCount(left);
            yield return (start, BitOperations.Log2(ends[(concept * Columns) + start]));
        }
    }

    /// <summary>The concepts of which the sentence speaks, without "any".</summary>
    public IEnumerable<int> Concepts() => touched.Select(index => index / Columns).Where(concept => concept > 0).Distinct();

    private void Forget()
    {
        foreach (var index in touched)
        {
            (ends[index], starts[index / Columns]) = (0, 0);
        }

        touched.Clear();
        foreach (var word in words.AsSpan(0, count))
        {
            if (word >= 0)
            {
                places[word] = 0;
            }
        }
    }

    private void Add(int concept, int start, ulong bits)
    {
        if (bits == 0)
        {
            return;
        }

        ref var row = ref ends[(concept * Columns) + start];
        if (row == 0)
        {
            touched.Add((concept * Columns) + start);
            starts[concept] |= 1UL << start;
            foreach (var phrase in grammar.BeginningWithConcept(concept))
            {
                pending[phrase.Concept].Add((phrase, start));
            }
        }

        row |= bits;
    }

    // Most phrases that begin with a word go on with another one than the sentence does.
    private bool MayGoOn(GrammarPhrase phrase, int at) =>
        phrase.Steps is not [_, { Word: >= 0, Gap: 0 } next, ..] || (at < count && words[at] == next.Word);

    private ulong Match(GrammarPhrase phrase, int start)
    {
        var steps = phrase.Steps;
        var reached = After(in steps[0], 1UL << start);
        for (var i = 1; i < steps.Length && reached != 0; i++)
        {
            var from = reached;
            for (var gap = 0; gap < steps[i].Gap; gap++)
            {
                from |= from << 1;
            }

            reached = After(in steps[i], from);
        }

        return reached;
    }

    private ulong After(in GrammarStep step, ulong from)
    {
        if (step.Word >= 0)
        {
            return (from & places[step.Word]) << 1;
        }

        var after = 0UL;
        for (from &= starts[step.Concept]; from != 0; from &= from - 1)
        {
            after |= ends[(step.Concept * Columns) + BitOperations.TrailingZeroCount(from)];
        }

        return after;
    }
}
