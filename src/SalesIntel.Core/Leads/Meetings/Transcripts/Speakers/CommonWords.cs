namespace SalesIntel.Leads;

/// <summary>Words that a text also writes with a small letter: "Budget" is no name where the text speaks of "the budget".</summary>
internal sealed class CommonWords
{
    private readonly HashSet<string> found;

    private CommonWords(HashSet<string> found) => this.found = found;

    /// <summary>Looks through texts, once, for the words of some names.</summary>
    internal static CommonWords In(IEnumerable<string> texts, IEnumerable<string> names)
    {
        var wanted = names.SelectMany(name => name.Split(' ')).Select(Small).ToHashSet(StringComparer.Ordinal);
        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length;)
            {
                var end = at;
                while (end < text.Length && char.IsLetter(text[end]))
                {
                    end++;
                }

                if (end > at && char.IsLower(text[at]) && lookup.TryGetValue(text.AsSpan(at, end - at), out var word))
                {
                    found.Add(word);
                }

                at = end + 1;
            }
        }

        return new CommonWords(found);
    }

    /// <summary>True when every word of the name is also written small.</summary>
    internal bool Consists(string name) => name.Split(' ').All(word => found.Contains(Small(word)));

    private static string Small(string word) => NameShape.Bare(word).ToString().ToLowerInvariant();
}
