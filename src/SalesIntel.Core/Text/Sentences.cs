namespace SalesIntel.Text;

/// <summary>Splits text into sentences at full stops, question and exclamation marks that are followed by white space, and at
/// line ends.</summary>
internal static class Sentences
{
    /// <summary>The sentences, trimmed, with their closing mark.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = text[i] == '\n'
                || (text[i] is '.' or '?' or '!' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (isEnd && text[start..(i + 1)].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = isEnd ? i + 1 : start;
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }
}
