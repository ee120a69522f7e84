namespace SalesIntel.Extraction;

/// <summary>Phrases with a meaning each, <c>phrase = meaning</c>, that are looked up in a text's tokens.</summary>
internal sealed class PhraseMap
{
    private readonly FrozenDictionary<string, (string[] Phrase, string Meaning)[]> byFirst;

    public PhraseMap(IEnumerable<string> lines) => byFirst = DataFile.Pairs(lines)
        .Select(pair => (Phrase: TokenReader.Words(pair.Key).ToArray(), Meaning: pair.Value))
        .GroupBy(entry => entry.Phrase[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry =>
            entry.Phrase.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>The phrases of one word.</summary>
    public IEnumerable<string> Words => byFirst.Where(entry => Has(entry.Key)).Select(entry => entry.Key);

    /// <summary>True for a word that is a phrase by itself.</summary>
    public bool Has(string word) => byFirst.TryGetValue(word, out var entries) && entries[^1].Phrase.Length == 1;

    /// <summary>The longest phrase from an index on.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="index">Where it begins.</param>
    /// <param name="meaning">What it means; empty when there is none.</param>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int At(TokenList tokens, int index, out string meaning)
    {
        if (byFirst.TryGetValue(tokens[index].Text, out var entries))
        {
            foreach (var entry in entries)
            {
                if (PhraseSet.Follows(tokens, index, entry.Phrase))
                {
                    meaning = entry.Meaning;
                    return entry.Phrase.Length;
                }
            }
        }

        meaning = "";
        return 0;
    }
}
