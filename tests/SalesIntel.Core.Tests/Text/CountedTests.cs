using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

/// <summary>What is counted is said in the singular after 1, and in the plural after any other number.</summary>
public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 events")]
    [InlineData(1, "1 event")]
    [InlineData(2, "2 events")]
    [InlineData(1_234_567, "1234567 events")]
    public void Word_agrees_with_the_number(long number, string expected) => Assert.Equal(expected, Counted.Of(number, "event"));

    [Theory]
    [InlineData(0, "0 lanes are due")]
    [InlineData(1, "1 lane is due")]
    [InlineData(3, "3 lanes are due")]
    public void So_does_what_is_said_of_it(long number, string expected) =>
        Assert.Equal(expected, Counted.Of(number, "lane is due", "lanes are due"));

    [Theory]
    [InlineData(1.04, "1 minute")]
    [InlineData(1.1, "1.1 minutes")]
    [InlineData(0.5, "0.5 minutes")]
    [InlineData(83, "83 minutes")]
    public void Number_counts_as_it_is_written(double number, string expected) => Assert.Equal(expected, Counted.Of(number, "minute", "0.#"));
}
