namespace SalesIntel.Extraction;

/// <summary>The cues of words in a row.</summary>
internal static class WordCues
{
    private const string Begin = ".";

    /// <summary>Adds each word, and each with the one before it.</summary>
    public static void Add(HashSet<SentenceCue> cues, char kind, IEnumerable<string> words)
    {
        var before = Begin;
        foreach (var word in words)
        {
            cues.Add(new SentenceCue(kind, word, ""));
            cues.Add(new SentenceCue(kind, before, word));
            before = word;
        }
    }
}
