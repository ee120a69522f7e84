namespace SalesIntel.Text;

/// <summary>Letters that are letters of the Latin alphabet in another style: mathematical, circled, squared, wide.</summary>
/// <remarks>Unicode's compatibility normalisation does the same, but does nothing in an application with invariant globalization.</remarks>
internal static class StyledLetters
{
    private const int LettersOfAlphabet = 26;

    // Letters that Unicode had before the mathematical alphabets, in whose tables their places are empty.
    private const string Older = "ℂCℊgℋHℌHℍHℎhℐIℑIℒLℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴoℓl";

    // The first of each row of capital letters followed by small ones, and of rows of capital letters.
    private static readonly (int First, int Last)[] BothCases = [(0x1D400, 0x1D6A3), (0x24B6, 0x24E9)];
    private static readonly (int First, int Last)[] Capitals = [(0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189), (0xFF21, 0xFF3A)];
    private static readonly (int First, int Last) WideSmall = (0xFF41, 0xFF5A);
    private static readonly (int First, int Last) Digits = (0x1D7CE, 0x1D7FF);

    private static readonly FrozenDictionary<int, char> OlderLetters =
        Enumerable.Range(0, Older.Length / 2).ToFrozenDictionary(i => (int)Older[2 * i], i => Older[(2 * i) + 1]);

    /// <summary>The text with plain letters and digits in place of styled ones.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text) || !text.EnumerateRunes().Any(rune => Of(rune) is not null))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(Of(rune)?.ToString() ?? rune.ToString());
        }

        return plain.ToString();
    }

    private static char? Of(Rune rune)
    {
        var code = rune.Value;
        if (OlderLetters.TryGetValue(code, out var older))
        {
            return older;
        }

        foreach (var (first, last) in BothCases)
        {
            if (code >= first && code <= last)
            {
                var place = (code - first) % (2 * LettersOfAlphabet);
                return (char)(place < LettersOfAlphabet ? 'A' + place : 'a' + place - LettersOfAlphabet);
            }
        }

        foreach (var (first, last) in Capitals)
        {
            if (code >= first && code <= last)
            {
                return (char)('A' + code - first);
            }
        }

        return code >= WideSmall.First && code <= WideSmall.Last ? (char)('a' + code - WideSmall.First)
            : code >= Digits.First && code <= Digits.Last ? (char)('0' + ((code - Digits.First) % 10))
            : null;
    }
}
