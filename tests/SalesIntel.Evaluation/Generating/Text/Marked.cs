using System.Text;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>A sentence with the words that matter in brackets: <c>[these]</c>, <c>[metrics=these of another element]</c>, <c>[!what is
/// wrong]</c>.
/// </summary>
internal static class Marked
{
    /// <summary>The pieces of a sentence in order: words that may be disturbed, and words that must stay as they are.</summary>
    public static IReadOnlyList<(string Text, bool IsKey)> Pieces(string sentence, ICollection<Key> keys)
    {
        List<(string, bool)> pieces = [];
        var plain = new StringBuilder();
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] != '[')
            {
                plain.Append(sentence[i]);
                continue;
            }

            var end = sentence.IndexOf(']', i);
            if (end < 0)
            {
                throw new InvalidDataException($"A mark is not closed: {sentence}");
            }

            if (plain.Length > 0)
            {
                pieces.Add((plain.ToString(), false));
                plain.Clear();
            }

            var mark = sentence[(i + 1)..end];
            var wrong = mark.StartsWith('!');
            var equals = mark.IndexOf('=', StringComparison.Ordinal);
            var text = mark[(wrong ? 1 : equals + 1)..];
            keys.Add(new Key(equals < 0 || wrong ? "" : mark[..equals], text, wrong));
            pieces.Add((text, true));
            i = end;
        }

        if (plain.Length > 0)
        {
            pieces.Add((plain.ToString(), false));
        }

        return pieces;
    }
}
