using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Tests.Notes;

/// <summary>However little room Zoho gives: the text fits, and what finds it again is in it.</summary>
public sealed class MarkedTextTests
{
    private const string Marker = "SalesIntel 1a2b3c4d5e6f";

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(50)]
    [InlineData(85)]
    [InlineData(86)]
    [InlineData(93)]
    [InlineData(120)]
    [InlineData(400)]
    [InlineData(32_000)]
    public void Row_6_1_text_is_no_longer_than_it_may_be_and_keeps_its_marker(int max)
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("long ", 8_000)) + "\n" + Marker,
            new string('x', 40_000) + "\n" + new string('l', 300) + " " + Marker,
            string.Concat(Enumerable.Repeat("\U0001F680", 20_000)),
            Marker + "\n" + new string('x', 40_000),
        ];

        Assert.All(texts, text =>
        {
            var shortened = MarkedText.Shorten(text, Marker, max);
            Assert.InRange(shortened.Length, Marker.Length, max);
            Assert.True(MarkedText.Holds(shortened, Marker), shortened);
            Assert.Equal(shortened, MarkedText.Shorten(shortened, Marker, max));
            Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shortened)));
        });
    }

    [Fact]
    public void Marker_that_does_not_fit_is_all_that_is_left() => Assert.Equal(Marker, MarkedText.Shorten($"Text\n{Marker}", Marker, 10));
}
