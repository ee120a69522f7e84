namespace SalesIntel.Leads;

/// <summary>Reads lists of single words, as recorders give them that time every word; words in a row of one speaker are one turn.</summary>
internal static class JsonWords
{
    private const int Sample = 20;

    /// <summary>True for a list of words that is not called so: its items say that they are words, or hold readings of one word each.
    /// </summary>
    internal static bool Recognizes(JsonElement list)
    {
        var items = list.EnumerateArray().Take(Sample).ToList();
        return items.Count > 1 && items.All(item => item.ValueKind == JsonValueKind.Object && IsWord(item));
    }

    /// <summary>True when the words themselves name speakers.</summary>
    internal static bool NamesSpeakers(JsonElement list) => list.EnumerateArray().Take(Sample)
        .Any(item => item.ValueKind == JsonValueKind.Object && SpeakerIn(JsonBlock.Of(item)).Length > 0);

    /// <summary>What each speaker said in a row.</summary>
    internal static IEnumerable<(string Text, string Speaker, TranscriptTime Time)> Read(
        JsonElement list, string speaker, TranscriptTime time)
    {
        var words = new List<string>();
        var who = speaker;
        var at = time;
        foreach (var item in list.EnumerateArray())
        {
            var block = item.ValueKind == JsonValueKind.Object ? JsonBlock.Of(item) : null;
            var word = item.ValueKind == JsonValueKind.String ? item.GetString()! : block is null ? "" : WordIn(block);
            if (word.Length == 0)
            {
                continue;
            }

            // Punctuation often has no speaker of its own.
            var own = block is not null && SpeakerIn(block) is { Length: > 0 } named ? named : who;
            if (own != who && words.Count > 0)
            {
                yield return (Join(words), who, at);
                words.Clear();
                at = default;
            }

            who = own;
            at = at.IsKnown || block is null ? at : block.Time;
            words.Add(word);
        }

        if (words.Count > 0)
        {
            yield return (Join(words), who, at);
        }
    }

    private static bool IsWord(JsonElement item) =>
        item.TryGetProperty("word", out _) || item.TryGetProperty("punctuated_word", out _)
        || (item.TryGetProperty("alternatives", out _)
            && WordIn(JsonBlock.Of(item)) is { Length: > 0 } word && !word.Any(char.IsWhiteSpace));

    private static string WordIn(JsonBlock block) => block.Text ?? BestReading(block)?.Text ?? "";

    private static string SpeakerIn(JsonBlock block) => block.Speaker.Length > 0 ? block.Speaker : BestReading(block)?.Speaker ?? "";

    // Of a word that is given in several readings.
    private static JsonBlock? BestReading(JsonBlock block)
    {
        var (name, value) = block.Inner.FirstOrDefault();
        var first = name is not null && JsonRoles.IsReadings(name) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().FirstOrDefault()
            : default;
        return first.ValueKind == JsonValueKind.Object ? JsonBlock.Of(first) : null;
    }

    // Some lists have the white space in the words, the others have none.
    private static string Join(List<string> words)
    {
        var isSpaced = words.Any(word => char.IsWhiteSpace(word[0]) || char.IsWhiteSpace(word[^1]));
        var text = new StringBuilder();
        foreach (var word in words)
        {
            var isPunctuation = word.All(c => ".,;:?!…%)]}»”、。，！？".Contains(c));
            text.Append(isSpaced || text.Length == 0 || isPunctuation ? "" : " ").Append(word);
        }

        return text.ToString();
    }
}
