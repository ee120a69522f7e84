using System.Text;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Speech as a recorder writes it down: fillers, words said twice, words misheard, lower case without punctuation. Words that
/// matter
/// are left whole, for otherwise nobody could find them.</summary>
/// <param name="words">Where fillers (<c>filler</c>) and misheard words (<c>misheard</c>, as <c>word=heard</c>) are from.</param>
/// <param name="random">The case's random numbers.</param>
/// <param name="level">0 = edited, 1 = spoken, 2 = spoken and badly recorded.</param>
internal sealed class Noise(WordLists words, Seeded random, int level)
{
    private readonly Dictionary<string, string> misheard = words.Of("misheard")
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The sentence as it was recorded.</summary>
    public string Of(IEnumerable<(string Text, bool IsKey)> pieces)
    {
        var text = new StringBuilder();
        foreach (var (piece, isKey) in pieces)
        {
            text.Append(isKey || level == 0 ? piece : Disturbed(piece));
        }

        return level < 2 ? text.ToString() : Unpunctuated(text.ToString());
    }

    private string Disturbed(string piece)
    {
        var parts = piece.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            var word = parts[i];
            if (word.Length == 0)
            {
                continue;
            }

            if (level > 1 && misheard.TryGetValue(word, out var heard) && random.Chance(12))
            {
                parts[i] = heard;
            }

            if (i > 0 && i < parts.Length - 1 && char.IsLower(word[0]))
            {
                parts[i] = random.Below(100) switch
                {
                    < 4 => $"{random.Pick(words.Of("filler"))} {parts[i]}",
                    < 6 when word.All(char.IsLetter) && word.Length < 5 => $"{word} {parts[i]}",
                    _ => parts[i],
                };
            }
        }

        return string.Join(' ', parts);
    }

    // Recorders of this kind keep digits with their commas, and apostrophes.
    private static string Unpunctuated(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var inNumber = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (text[i] is not (',' or ';' or ':' or '!') || inNumber)
            {
                plain.Append(char.ToLowerInvariant(text[i]));
            }
        }

        return plain.ToString();
    }
}
