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

    private readonly ulong[] ends = new ulong[grammar.Concepts * Columns];
    private readonly List<int> touched = [];
    private readonly List<(GrammarPhrase Phrase, int Start)>[] pending =
        [.. Enumerable.Range(0, grammar.Concepts).Select(_ => new List<(GrammarPhrase, int)>())];

    private int[] words = [];

    /// <summary>Reads a sentence; what was read before is forgotten.</summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="builtIn">Where the concepts stand that code recognises: concept, start, end.</param>
    public void Read(IReadOnlyList<SpokenWord> sentence, IEnumerable<(int Concept, int Start, int End)> builtIn)
    {
        foreach (var index in touched)
        {
            ends[index] = 0;
        }

        touched.Clear();
        words = new int[Math.Min(sentence.Count, MostWords)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = grammar.Word(sentence[i].Text);
            if (words[i] >= 0)
            {
                foreach (var phrase in grammar.BeginningWith(words[i]))
                {
                    pending[phrase.Concept].Add((phrase, i));
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
    public bool Has(int concept)
    {
        for (var start = 0; concept >= 0 && start < words.Length; start++)
        {
            if (ends[(concept * Columns) + start] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the sentence speaks of a concept: first word, and the word after the longest phrase that begins there.</summary>
    public IEnumerable<(int Start, int End)> Spans(int concept)
    {
        for (var start = 0; concept >= 0 && start < words.Length; start++)
        {
            if (ends[(concept * Columns) + start] is not 0 and var bits)
            {
                yield return (start, BitOperations.Log2(bits));
            }
        }
    }

    /// <summary>The concepts of which the sentence speaks, without "any".</summary>
    public IEnumerable<int> Concepts() => touched.Select(index => index / Columns).Where(concept => concept > 0).Distinct();

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
            foreach (var phrase in grammar.BeginningWithConcept(concept))
            {
                pending[phrase.Concept].Add((phrase, start));
            }
        }

        row |= bits;
    }

    private ulong Match(GrammarPhrase phrase, int start)
    {
        var reached = After(phrase.Steps[0], 1UL << start);
        for (var i = 1; i < phrase.Steps.Count && reached != 0; i++)
        {
            var from = reached;
            for (var gap = 0; gap < phrase.Steps[i].Gap; gap++)
            {
                from |= from << 1;
            }

            reached = After(phrase.Steps[i], from & ((1UL << words.Length) - 1));
        }

        return reached;
    }

    private ulong After(GrammarStep step, ulong from)
    {
        var after = 0UL;
        for (; from != 0; from &= from - 1)
        {
            var at = BitOperations.TrailingZeroCount(from);
            after |= step.Word >= 0 ? (words[at] == step.Word ? 1UL << (at + 1) : 0) : ends[(step.Concept * Columns) + at];
        }

        return after;
    }
}
