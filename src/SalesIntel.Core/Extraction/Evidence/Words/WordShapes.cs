namespace SalesIntel.Extraction;

/// <summary>The first and the last two letters of a text's words, as bits: what shares neither with any of them is no form of one, see
/// <see cref="Stems.AreSame"/>.</summary>
internal readonly struct WordShapes
{
    private readonly ulong beginnings;
    private readonly ulong endings;

    private WordShapes(ulong beginnings, ulong endings) => (this.beginnings, this.endings) = (beginnings, endings);

    /// <summary>Those of a text.</summary>
    public static WordShapes Of(TokenList tokens)
    {
        var (beginnings, endings) = (0UL, 0UL);
        foreach (ref readonly var token in tokens)
        {
            beginnings |= Beginning(token.Text);
            endings |= Ending(token.Text);
        }

        return new WordShapes(beginnings, endings);
    }

    /// <summary>False when no form of a word stands in the text.</summary>
    public bool MayHave(string word) => (beginnings & Beginning(word)) != 0 || (endings & Ending(word)) != 0;

    private static ulong Beginning(string word) => word.Length switch
    {
        0 => Bit('\0', '\0'),
        1 => Bit(word[0], '\0'),
        _ => Bit(word[0], word[1]),
    };

    // Only a long word counts where it ends another one.
    private static ulong Ending(string word) => word.Length < Stems.LeastPart ? 0 : Bit(word[^2], word[^1]);

    private static ulong Bit(char first, char second) => 1UL << (((first * 31) + second) & 63);
}
