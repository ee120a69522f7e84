using System.Globalization;
using System.Runtime.InteropServices;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Text in a form in which the same words and numbers are equal: "forty-five grand", "$45,000" and "45k" are 45000.</summary>
internal static class KeyText
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "dollars", "dollar", "usd", "and",
    };

    private static readonly Dictionary<string, long> Factors = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["grand"] = 1_000, ["k"] = 1_000, ["million"] = 1_000_000, ["m"] = 1_000_000,
    };

    /// <summary>True when a text holds these words next to each other.</summary>
    public static bool Holds(string text, string key)
    {
        var wanted = WordsOf(key);
        return wanted.Count > 0 && CollectionsMarshal.AsSpan(WordsOf(text)).IndexOf(CollectionsMarshal.AsSpan(wanted)) >= 0;
    }

    /// <summary>True when two texts say the same words.</summary>
    public static bool Same(string one, string other) => WordsOf(one).SequenceEqual(WordsOf(other));

    /// <summary>The words: lower case, numbers in digits, without what carries no meaning.</summary>
    public static List<string> WordsOf(string text)
    {
        List<string> words = [];
        long? number = null;
        foreach (var word in Split(text))
        {
            if (NumberOf(word) is { } value)
            {
                // "twenty five" is one number, "two five" are two.
                var joins = number is { } before && !char.IsAsciiDigit(word[0])
                    && ((value < 10 && before % 10 == 0 && before > 0) || (value < 1_000 && before >= 100 && before % 100 == 0));
                if (number is { } done && !joins)
                {
                    Add(done);
                }

                number = joins ? number + value : value;
            }
            else if (number is { } counted && Factors.TryGetValue(word, out var factor))
            {
                number = counted * factor;
            }
            else if (word != "and" || number is null)
            {
                Flush();
                if (!Silent.Contains(word))
                {
                    words.Add(word);
                }
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (number is { } done)
            {
                Add(done);
                number = null;
            }
        }

        void Add(long value) => words.Add(value.ToString(CultureInfo.InvariantCulture));
    }

    private static long? NumberOf(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return NumberWords.ValueOf(word);
        }

        var digits = new string([.. word.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length is > 0 and < 16
            && (digits.Length == word.Length || word[digits.Length..] is "st" or "nd" or "rd" or "th")
            ? long.Parse(digits, CultureInfo.InvariantCulture)
            : null;
    }

    // Letters and digits; "45k" and "34%" are two words, a comma between digits is none.
    private static IEnumerable<string> Split(string text)
    {
        var word = "";
        for (var i = 0; i < text.Length; i++)
        {
            var c = char.ToLowerInvariant(text[i]);
            var inNumber = c is ',' && i > 0 && i + 3 < text.Length && char.IsAsciiDigit(text[i - 1])
                && text.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;
            if (inNumber || c is '\'' or '’')
            {
                // Whose it is changes no name: "Okonkwo's" is Okonkwo.
                i += !inNumber && i + 1 < text.Length && text[i + 1] is 's' or 'S' && IsEnd(i + 2) ? 1 : 0;
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                if (word.Length > 0 && char.IsAsciiDigit(word[^1]) && c is 'k' or 'm' && IsEnd(i + 1))
                {
                    yield return word;
                    word = "";
                }

                word += c;
                continue;
            }

            if (word.Length > 0)
            {
                yield return word;
                word = "";
            }

            if (c == '%')
            {
                yield return "percent";
            }
        }

        if (word.Length > 0)
        {
            yield return word;
        }

        bool IsEnd(int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);
    }
}
