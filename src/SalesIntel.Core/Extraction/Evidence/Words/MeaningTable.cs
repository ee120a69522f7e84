namespace SalesIntel.Extraction;

/// <summary>The meanings that words and phrases of one language have, looked up in one pass over a text. A last word that ends in an
/// asterisk stands for all words that begin with it.</summary>
internal sealed class MeaningTable
{
    private const int LongestPrefix = 24;

    private readonly FrozenDictionary<string, Entry[]> byFirst;
    private readonly FrozenDictionary<string, int[]> prefixes;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byPrefix;
    private readonly string[] names;

    private MeaningTable(IEnumerable<(string Meaning, string Line)> lines)
    {
        List<(string First, Entry Entry)> phrases = [];
        List<(string Prefix, int Meaning)> beginnings = [];
        List<string> known = [];
        foreach (var (meaning, line) in lines)
        {
            if (known.Count == 0 || known[^1] != meaning)
            {
                known.Add(meaning);
            }

            var words = TokenReader.Words(line).ToArray();
            var isPrefix = line.EndsWith('*');
            if (words.Length == 1 && isPrefix)
            {
                beginnings.Add((words[0], known.Count - 1));
            }
            else if (words.Length > 0)
            {
                phrases.Add((words[0], new Entry(words, isPrefix, known.Count - 1)));
            }
        }

        names = [.. known];
        byFirst = phrases.GroupBy(one => one.First, one => one.Entry, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        prefixes = beginnings.GroupBy(one => one.Prefix, one => one.Meaning, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        byPrefix = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tables of data files whose sections are <c>[meaning language]</c>, by language.</summary>
    /// <param name="files">Of each file its name and what is put before its meanings.</param>
    public static FrozenDictionary<string, MeaningTable> Of(params IEnumerable<(string File, string Before)> files) => files
        .SelectMany(file => DataFile.Sections(file.File).Where(section => section.Value.Count > 0), (file, section) => (
            Language: section.Key[(section.Key.LastIndexOf(' ') + 1)..],
            Meaning: file.Before + section.Key[..section.Key.LastIndexOf(' ')].Replace(' ', '-'),
            Lines: section.Value))
        .GroupBy(section => section.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => new MeaningTable(group.SelectMany(section => section.Lines, (section, line) => (section.Meaning, line))),
            StringComparer.Ordinal);

    /// <summary>The meanings that a text has, and how many of its words have each.</summary>
    public IEnumerable<(string Meaning, int Count)> In(TokenList tokens)
    {
        var counts = new int[names.Length];
        for (var i = 0; i < tokens.Count; i++)
        {
            CountAt(tokens, i, counts);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                yield return (names[i], counts[i]);
            }
        }
    }

    private void CountAt(TokenList tokens, int index, int[] counts)
    {
        var word = tokens[index].Text;
        if (byFirst.TryGetValue(word, out var entries))
        {
            foreach (var entry in entries)
            {
                counts[entry.Meaning] += entry.IsAt(tokens, index) ? 1 : 0;
            }
        }

        for (var length = 1; length <= Math.Min(word.Length, LongestPrefix); length++)
        {
            if (byPrefix.TryGetValue(word.AsSpan(0, length), out var meanings))
            {
                foreach (var meaning in meanings)
                {
                    counts[meaning]++;
                }
            }
        }
    }

    private sealed record Entry(string[] Words, bool IsPrefix, int Meaning)
    {
        public bool IsAt(TokenList tokens, int index)
        {
            if (index + Words.Length > tokens.Count)
            {
                return false;
            }

            for (var i = 1; i < Words.Length; i++)
            {
                var word = tokens[index + i].Text;
                if (IsPrefix && i == Words.Length - 1 ? !word.StartsWith(Words[i], StringComparison.Ordinal) : word != Words[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
