namespace SalesIntel.Leads;

/// <summary>Reads lists of single words, as recorders give them that time every word; words in a row of one speaker are one turn.</summary>
internal static class JsonWords
{
    private const int Sample = 20;
    private const string Start = "start_time";

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
    /// <param name="list">The words.</param>
    /// <param name="speaker">Who said them, where they do not say it.</param>
    /// <param name="time">When, where they do not say it.</param>
    /// <param name="labels">Speakers by the start of a word, where they stand apart from the words.</param>
    internal static IEnumerable<(string Text, string Speaker, TranscriptTime Time)> Read(
        JsonElement list, string speaker, TranscriptTime time, IReadOnlyDictionary<string, string> labels)
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
            var own = block is not null && SpeakerIn(block) is { Length: > 0 } named ? named
                : labels.Count > 0 && item.ValueKind == JsonValueKind.Object ? labels.GetValueOrDefault(item.Get(Start).Text(), who)
                : who;
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

    /// <summary>Adds the speakers of words that are told apart from them, as Amazon Transcribe has done:
    /// <c>{"speaker_labels": {"segments": [{"items": [{"start_time": "0.5", "speaker_label": "spk_0"}]}]}}</c>.</summary>
    internal static void AddLabels(JsonElement results, Dictionary<string, string> labels)
    {
        foreach (var segment in results.Get("speaker_labels").Get("segments").Items())
        {
            foreach (var word in segment.Get("items").Items())
            {
                labels.TryAdd(word.Get(Start).Text(), word.Get("speaker_label").Text());
            }
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
