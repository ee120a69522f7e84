using System.Buffers;

namespace SalesIntel.Text;

/// <summary>A word of a text, normalised, with its place in the text.</summary>
/// <param name="Text">Lower case, without apostrophes and accents, compatibility forms as plain letters.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Splits a text into words. Punctuation and white space only separate; a character of a script that is
    /// written without spaces is a word.</summary>
    public static Word[] Split(string text) => [.. In(text)];

    /// <summary>As <see cref="Split"/>, for who goes through them once.</summary>
    public static List<Word> In(string text)
    {
        var words = new List<Word>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            if (!IsIdeograph(text[start]))
            {
                while (i < text.Length && (IsPart(text[i]) || IsInnerApostrophe(text, i)) && !IsIdeograph(text[i]))
                {
                    i++;
                }
            }

            words.Add(new Word(Normalize(text.AsSpan(start, i - start)), start, i));
        }

        return words;
    }

    private static string Normalize(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyExcept(PlainCharacters))
        {
            return word.ContainsAnyInRange('A', 'Z')
                ? string.Create(word.Length, word, static (lower, all) => all.ToLowerInvariant(lower))
                : word.ToString();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || LetterFolding.IsSpelling(c))
            {
                LetterFolding.Append(folded, c);
            }
        }

        // Marks alone are a word too, of a script that has no letters here.
        return folded.Length > 0 ? folded.ToString() : word.ToString();
    }

    private static bool IsPart(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInnerApostrophe(string text, int i) =>
        text[i] is '\'' or '’' or 'ʼ' && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
