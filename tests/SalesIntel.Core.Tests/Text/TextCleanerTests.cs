using System.Text;
using CsCheck;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class TextCleanerTests
{
    // Characters around the borders of what is plain, and what each branch of the long way is about.
    private static readonly Gen<string> Anything = Gen.String[Gen.OneOf(
        Gen.Char[" ~az\n"],
        Gen.Char["\r\t\u0085\u2028\u2029\u00A0\u00AD\u007F\u0080\u009F\u0007\u200B\u200C\u200D\u202E\uFEFF\uFE0F\u3164"],
        Gen.Char["\u00A1\u00E9\u024F\u0250\u2013\u2019\u2026\u20AC\u4E2D\u0627\u0628\u0915\u094D\u0301"],
        Gen.Char["\uD83D\uDE00\uDB40\uDC41\u2764"]), 0, 12];

    // Every code point of the list, and its siblings.
    public static TheoryData<int> Invisible =>
    [
        0x00, 0x07, 0x1B, 0x7F, 0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B,
        0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2065, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F, 0x3164, 0xFEFF, 0xFFA0,
        0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1BCA0, 0x1D173, 0x1FFFE, 0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0FFF, 0x10FFFF,
    ];

    [Theory]
    [MemberData(nameof(Invisible))]
    public void What_shows_nothing_is_gone_everywhere(int code)
    {
        var one = new Rune(code).ToString();

        Assert.Equal("Ann Lee", TextCleaner.Line($"{one}An{one}n{one} {one}Lee{one}"));
        Assert.Equal("Ann Lee", TextCleaner.Name($"{one}An{one}n{one} {one}Lee{one}"));
        Assert.Equal("Ann\nLee", TextCleaner.Block($"{one}An{one}n\n{one}Lee{one}"));
        Assert.Equal("", TextCleaner.Line(one + one));
        Assert.Equal("", TextCleaner.Name(one + one));
        Assert.Equal("", TextCleaner.Block(one + one));
    }

    // No theory: a runner's test names are UTF-8, which can't hold half of a pair.
    [Fact]
    public void Half_of_a_surrogate_pair_is_gone() =>
        Assert.All((string[])["a\uD83Db", "a\uDE00b", "ab\uD83D", "\uDE00\uD83Dab"], text =>
        {
            Assert.Equal("ab", TextCleaner.Line(text));
            Assert.Equal("ab", TextCleaner.Name(text));
            Assert.Equal("ab", TextCleaner.Block(text));
        });

    [Theory]
    [InlineData("  two  words ", "two words", "two  words")]
    [InlineData("one\r\ntwo\rthree\nfour", "one two three four", "one\ntwo\nthree\nfour")]
    [InlineData("one\u0085two\u2028three\u2029four\vfive\fsix", "one two three four five six", "one\ntwo\nthree\nfour\nfive\nsix")]
    [InlineData("\n\n one \n\n", "one", "one")]
    [InlineData("a\tb", "a b", "a\tb")]
    [InlineData("a\u00A0b\u3000c\u2800d", "a b c d", "a b c d")]
    [InlineData("a \u200B b", "a b", "a  b")]
    [InlineData("Hsecname \u202Egnp.exe", "Hsecname gnp.exe", "Hsecname gnp.exe")]
    [InlineData("", "", "")]
    [InlineData(null, "", "")]
    public void Line_and_block(string? text, string line, string block)
    {
        Assert.Equal(line, TextCleaner.Line(text));
        Assert.Equal(line, TextCleaner.Name(text));
        Assert.Equal(block, TextCleaner.Block(text));
    }

    // Persian "I want", Hindi half letter, Sinhala "Sri", a Malayalam final consonant; a variant of an ideograph.
    [Theory]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("\u0DC1\u0DCA\u200D\u0DBB\u0DD3")]
    [InlineData("\u0D05\u0D35\u0D28\u0D4D\u200D")]
    [InlineData("\u845B\U000E0100")]
    public void Joiners_and_selectors_stay_where_a_script_needs_them_but_in_no_name(string text)
    {
        Assert.Equal(text, TextCleaner.Line(text));
        Assert.Equal(text, TextCleaner.Block(text));
        Assert.DoesNotContain(
            TextCleaner.Name(text).EnumerateRunes(), rune => Characters.IsJoiner(rune) || Characters.IsVariationSelector(rune));
    }

    [Theory]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467 Ann")]
    [InlineData("\U0001F469\U0001F3FD\u200D\U0001F527")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\U0001F642\u200D\u2194\uFE0F")]
    public void Emoji_stay_whole(string text)
    {
        Assert.Equal(text, TextCleaner.Line(text));
        Assert.Equal(text, TextCleaner.Block(text));
        Assert.Equal(text, TextCleaner.Name(text));
    }

    [Theory]
    [InlineData("Ann\u200DLee", "AnnLee")]
    [InlineData("Ann\u200C Lee", "Ann Lee")]
    [InlineData("\u0645\u06CC\u200C\u200C\u062E", "\u0645\u06CC\u200C\u062E")]
    [InlineData("\u200D\U0001F469", "\U0001F469")]
    [InlineData("\U0001F469\u200C\U0001F527", "\U0001F469\U0001F527")]
    [InlineData("a \uFE0F b", "a b")]
    public void Joiners_and_selectors_that_join_nothing_are_gone(string text, string clean) => Assert.Equal(clean, TextCleaner.Line(text));

    [Fact]
    public void Signs_that_are_format_characters_by_name_alone_stay() =>
        Assert.Equal("\u0600\u0661 \u06DD\u0662", TextCleaner.Line("\u0600\u0661 \u06DD\u0662"));

    [Fact]
    public void With_and_without_the_short_cut_is_the_same() => Anything.Sample(
        text =>
        {
            Assert.Equal(TextCleaner.Line('\u200B' + text), TextCleaner.Line(text));
            Assert.Equal(TextCleaner.Block('\u200B' + text), TextCleaner.Block(text));
            Assert.Equal(TextCleaner.Name('\u200B' + text), TextCleaner.Name(text));
        },
        iter: 20_000);

    [Fact]
    public void What_is_clean_stays_as_it_is() => Anything.Sample(
        text =>
        {
            var (line, block, name) = (TextCleaner.Line(text), TextCleaner.Block(text), TextCleaner.Name(text));

            Assert.Equal((line, block, name), (TextCleaner.Line(line), TextCleaner.Block(block), TextCleaner.Name(name)));
            Assert.Equal(line, TextCleaner.Line(block));
            Assert.Equal(name, TextCleaner.Name(line));
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(block);
        },
        iter: 20_000);

    [Fact]
    public void Clean_text_is_not_copied()
    {
        const string text = "Nothing to do: caf\u00E9, \u20AC 5 \u2013 \u201Cquoted\u201D";

        Assert.Same(text, TextCleaner.Line(text));
        Assert.Same(text, TextCleaner.Block(text));
    }

    [Fact]
    public void Name_is_cut_at_its_limit_and_a_line_at_the_one_given()
    {
        var text = new string('x', 2 * TextCleaner.LongestLine);

        Assert.Equal(TextCleaner.LongestLine, TextCleaner.Name(text).Length);
        Assert.Equal(text, TextCleaner.Line(text));
        Assert.Equal(10, TextCleaner.Line(text, 10).Length);
        Assert.Equal("a b", TextCleaner.Line("\u200Ba  b  c", 4));
    }

    // Quadratic work on a million units would take minutes.
    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u200D")]
    [InlineData("\u0915\u094D\u200D")]
    [InlineData("\U0001F469\u200D")]
    [InlineData(" \u200B")]
    [InlineData("\r")]
    [InlineData("\uD83D")]
    [InlineData("\U0001F1E6")]
    public void Takes_time_linear_in_the_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        var taken = ProcessorTime.Of(() =>
        {
            TextCleaner.Line(text, 500_000);
            TextCleaner.Name(text);
            TextCleaner.Shorten(TextCleaner.Block(text), 500_000);
        });

        Assert.InRange(taken.TotalSeconds, 0, 10);
    }
}
