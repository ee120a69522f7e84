using System.Text;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Makes a sentence of a phrase: <c>&lt;one|the other&gt;</c> is chosen from, <c>{slots}</c> are filled. What is marked in
/// brackets
/// stays marked, see <see cref="Marked"/>.</summary>
internal static class Wording
{
    /// <summary>One wording of a phrase.</summary>
    public static string Of(string phrase, Slots slots, Seeded random)
    {
        var text = new StringBuilder(phrase.Length + 40);
        for (var i = 0; i < phrase.Length; i++)
        {
            switch (phrase[i])
            {
                case '<':
                    var end = EndOf(phrase, i);
                    text.Append(Of(random.Pick(Choices(phrase[(i + 1)..end])), slots, random));
                    i = end;
                    break;
                // A quotation mark follows where somebody dictates JSON.
                case '{' when phrase[i + 1] != '"':
                    var close = phrase.IndexOf('}', i);
                    text.Append(slots.Fill(phrase[(i + 1)..close]));
                    i = close;
                    break;
                default:
                    text.Append(phrase[i]);
                    break;
            }
        }

        return text.ToString();
    }

    private static int EndOf(string phrase, int start)
    {
        var depth = 0;
        for (var i = start; i < phrase.Length; i++)
        {
            depth += phrase[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new InvalidDataException($"A choice is not closed: {phrase}");
    }

    private static List<string> Choices(string inner)
    {
        List<string> choices = [];
        var (depth, start) = (0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (inner[i] == '|' && depth == 0)
            {
                choices.Add(inner[start..i]);
                start = i + 1;
            }
        }

        choices.Add(inner[start..]);
        return choices;
    }
}
