using CsCheck;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Text that needs no cleaning takes a short cut; it must lead to the same place.</summary>
public class TextCleanerTests
{
    // Characters around the borders of what is plain, and what each branch of the long way is about.
    private static readonly Gen<string> Text = Gen.String[Gen.OneOf(
        Gen.Char[" ~az\n"], Gen.Char["\r\t\u0085\u2028\u2029\u00A0\u00AD\u007F\u0080\u009F\u0007\u200B\u200D\u202E\uFEFF"],
        Gen.Char["\u00A1\u00E9\u024F\u0250\u2013\u2019\u2026\u20AC\u4E2D"], Gen.Char["\uD83D\uDE00"]), 0, 12];

    [Fact]
    public void Clean_WithAndWithoutTheShortCut_IsTheSame() =>
        Text.Sample(text => Assert.Equal(TextCleaner.Clean('\u200B' + text), TextCleaner.Clean(text)), iter: 20_000);

    [Fact]
    public void OneLine_WithAndWithoutTheShortCut_IsTheSame() =>
        Text.Sample(text => Assert.Equal(TextCleaner.OneLine('\u200B' + text), TextCleaner.OneLine(text)), iter: 20_000);

    [Fact]
    public void Block_WithAndWithoutTheShortCut_IsTheSame() =>
        Text.Sample(text => Assert.Equal(CleanText.Block('\u0007' + text), CleanText.Block(text)), iter: 20_000);

    [Theory]
    [InlineData("  two  words ", "two  words", "two words")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree", "one two three")]
    [InlineData("a\u202Eb\u0007c", "abc", "abc")]
    public void Clean_TakesOutWhatIsUnsafe(string text, string clean, string line)
    {
        Assert.Equal(clean, TextCleaner.Clean(text));
        Assert.Equal(line, TextCleaner.OneLine(text));
    }

    [Fact]
    public void Clean_HalfOfASurrogatePair_IsLeftOut() => Assert.Equal("ab", TextCleaner.Clean("a\uD83Db"));
}
