using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Takes a transcript apart into sentences.</summary>
internal static class TranscriptSentences
{
    // A longer sentence is cut at a comma from here on, and where there is none at the most words that a sentence may have.
    private const int LongSentence = 36;

    /// <summary>The sentences of each turn, in order.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="sides">Who sits where.</param>
    /// <param name="cancellationToken">Looked at between turns and within long ones.</param>
    public static IEnumerable<IReadOnlyList<SpokenSentence>> Of(Meeting meeting, MeetingSides sides, CancellationToken cancellationToken)
    {
        for (var i = 0; i < meeting.Transcript.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var turn = meeting.Transcript[i];
            var side = sides.OfSpeaker(turn.Speaker);
            var sentences = new List<SpokenSentence>();
            foreach (var (text, words) in Split(turn.Text, cancellationToken))
            {
                sentences.Add(new SpokenSentence(text, words, turn.Speaker, side, i + 1, sentences.Count));
            }

            yield return sentences;
        }
    }

    /// <summary>The sentences of a text with their words; a long one in parts.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<SpokenWord> Words)> Split(string turn, CancellationToken cancellationToken)
    {
        foreach (var sentence in Sentences.Split(turn))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = SpokenWords.Split(sentence);
            for (var first = 0; first < words.Count;)
            {
                var last = End(sentence, words, first);
                var start = first == 0 ? 0 : words[first].Start;
                var end = last == words.Count ? sentence.Length : words[last].Start;
                yield return (sentence[start..end].Trim(), [.. words.Skip(first).Take(last - first)]);
                first = last;
            }
        }
    }

    private static int End(string sentence, List<SpokenWord> words, int first)
    {
        if (words.Count - first <= SentenceMatch.MostWords)
        {
            return words.Count;
        }

        for (var i = first + LongSentence; i < first + SentenceMatch.MostWords; i++)
        {
            if (sentence.AsSpan(words[i - 1].End, Math.Max(0, words[i].Start - words[i - 1].End)).IndexOfAny(',', ';', '–') >= 0)
            {
                return i;
            }
        }

        // The two words of a short form stand at one place.
        var last = first + SentenceMatch.MostWords - 1;
        return words[last].Start < words[last - 1].End ? last - 1 : last;
    }
}
