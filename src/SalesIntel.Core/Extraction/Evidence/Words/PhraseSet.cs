namespace SalesIntel.Extraction;

/// <summary>Phrases that are looked up in a text's tokens. A last word that ends in an asterisk stands for all words that begin with it.
/// </summary>
internal sealed class PhraseSet
{
    private readonly FrozenDictionary<string, string[][]> byFirst;
    private readonly FrozenDictionary<char, string[]> prefixes;

    public PhraseSet(IReadOnlyList<string> lines)
    {
        prefixes = ByFirst(lines.Where(IsPrefix).Select(line => string.Concat(TokenReader.Words(line[..^1]))));
        byFirst = lines.Where(line => !IsPrefix(line)).Select(line => TokenReader.Words(line).ToArray())
            .GroupBy(phrase => phrase[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase =>
                phrase.Length).ToArray(), StringComparer.Ordinal);
    }

    private PhraseSet(IReadOnlyList<PhraseSet> sets)
    {
        prefixes = ByFirst(sets.SelectMany(set => set.prefixes.Values).SelectMany(ofLetter => ofLetter));
        byFirst = sets.SelectMany(set => set.byFirst).GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(entry => entry.Value).OrderByDescending(phrase =>
                phrase.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The phrases of several sets as one.</summary>
    public static PhraseSet Union(IEnumerable<PhraseSet> sets) => new([.. sets]);

    /// <summary>How many tokens from an index on are a phrase; 0 when none are.</summary>
    public int At(TokenList tokens, int index)
    {
        var first = tokens[index].Text;
        if (byFirst.TryGetValue(first, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (Follows(tokens, index, phrase))
                {
                    return phrase.Length;
                }
            }
        }

        if (first.Length > 0 && prefixes.TryGetValue(first[0], out var ofLetter))
        {
            foreach (var prefix in ofLetter)
            {
                if (first.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return 1;
                }
            }
        }

        return 0;
    }

    /// <summary>True when a phrase stands anywhere in the tokens.</summary>
    public bool IsIn(TokenList tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many phrases stand in the tokens.</summary>
    public int Count(TokenList tokens)
    {
        var count = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is > 0 and var length)
            {
                count++;
                i += length - 1;
            }
        }

        return count;
    }

    internal static bool Follows(TokenList tokens, int index, string[] phrase)
    {
        if (index + phrase.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (tokens[index + i].Text != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenDictionary<char, string[]> ByFirst(IEnumerable<string> prefixes) => prefixes
        .Where(prefix => prefix.Length > 0).Distinct(StringComparer.Ordinal).GroupBy(prefix => prefix[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static bool IsPrefix(string line) => line.EndsWith('*');
}
