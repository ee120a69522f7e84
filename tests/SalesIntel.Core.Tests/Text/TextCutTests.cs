using System.Globalization;
using System.Text;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class TextCutTests
{
    private const string Mixed = "Zoë 😀 naïve 👩‍🔧 e\u0301e\u0301 漢字かな Ω 🇩🇪🇫🇷 می‌خواهم \r\n x";

    [Theory]
    [InlineData("Northwind", 9, "Northwind")]
    [InlineData("Northwind", 8, "Northwi…")]
    [InlineData("North wind", 7, "North…")]
    [InlineData("Northwind", 3, "Nor")]
    [InlineData("ab😀cd", 4, "ab…")]
    [InlineData("abc😀d", 4, "abc…")]
    [InlineData("😀😀", 3, "😀")]
    [InlineData("abe\u0301xyz", 4, "ab…")]
    [InlineData("a👩\u200D🔧bcd", 6, "a…")]
    [InlineData("👩\u200D🔧bcd", 4, "👩…")]
    public void Shorten_ends_after_a_character(string text, int max, string expected) =>
        Assert.Equal(expected, TextCleaner.Shorten(text, max));

    [Theory]
    [InlineData("North wind", 6, "North")]
    [InlineData("🇩🇪🇫🇷", 6, "🇩🇪")]
    [InlineData("می‌خواهم", 3, "می")]
    [InlineData("a\r\nb", 2, "a")]
    [InlineData("abc", 0, "")]
    [InlineData("", 5, "")]
    public void Cut_ends_after_a_character(string text, int max, string expected) => Assert.Equal(expected, TextCleaner.Cut(text, max));

    [Fact]
    public void Cut_of_one_character_with_marks_without_end_splits_no_surrogate_pair() =>
        Assert.Equal("😀\u0301\u0301", TextCleaner.Cut("😀" + new string('\u0301', 100), 4));

    [Fact]
    public void Any_length_is_kept_and_gives_whole_characters()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var characters = StringInfo.ParseCombiningCharacters(Mixed).Append(Mixed.Length).ToHashSet();
        for (var max = 0; max <= Mixed.Length; max++)
        {
            var shorter = TextCleaner.Shorten(Mixed, max);
            Assert.InRange(shorter.Length, 0, max);
            strict.GetBytes(shorter);
            Assert.Contains(TextBoundary.AtOrBefore(Mixed, max), characters);
            Assert.StartsWith(TextCleaner.Cut(Mixed, max), Mixed, StringComparison.Ordinal);
        }
    }
}
