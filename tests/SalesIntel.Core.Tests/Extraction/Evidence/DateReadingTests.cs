using System.Globalization;

namespace SalesIntel.Extraction;

/// <summary>Dates and times as people write and say them, and which days a passage can mean that was said on a day.</summary>
public sealed class DateReadingTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 19);

    [Theory]
    [InlineData("2027-01-14", "14.1.2027")]
    [InlineData("2027-13-14", "")]
    [InlineData("the 24th of November", "24.11.")]
    [InlineData("November 24", "24.11.")]
    [InlineData("November 24, 2027", "24.11.2027")]
    [InlineData("14 January 2027", "14.1.2027")]
    [InlineData("January 2027", ".1.2027")]
    [InlineData("by March", ".3.")]
    [InlineData("in may", ".5.")]
    [InlineData("we may march", "")]
    [InlineData("may 5", "5.5.")]
    [InlineData("the 5th of may", "5.5.")]
    [InlineData("We met in the May review", ".5.")]
    [InlineData("on Tuesday", "day 2")]
    [InlineData("Tuesday the 24th of November", "day 2; 24.11.")]
    [InlineData("40 November", ".11.")]
    [InlineData("November 1985", ".11.")]
    [InlineData("Sunday", "day 7")]
    public void Dates_are_read_in_parts(string text, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Text(text).Dates.Select(date => date.Weekday is { } day ? $"day {day}"
            : string.Create(CultureInfo.InvariantCulture, $"{date.Day}.{date.Month}.{date.Year}"))));

    [Theory]
    [InlineData("tomorrow", "2026-11-20", true)]
    [InlineData("tomorrow", "2026-11-21", false)]
    [InlineData("in two weeks", "2026-12-03", true)]
    [InlineData("in three days", "2026-11-22", true)]
    [InlineData("on Tuesday", "2026-11-24", true)]
    [InlineData("on Tuesday", "2026-12-01", true)]
    [InlineData("on Tuesday", "2026-12-08", false)]
    [InlineData("on Thursday", "2026-11-26", true)]
    [InlineData("on Thursday", "2026-11-19", false)]
    [InlineData("the 24th of November", "2026-11-24", true)]
    [InlineData("the 14th of January", "2027-01-14", true)]
    [InlineData("the 1st of October", "2026-10-01", true)]
    [InlineData("the 1st of June", "2027-06-01", true)]
    [InlineData("the 14th of January 2028", "2028-01-14", true)]
    [InlineData("the 31st of November", "2026-12-01", false)]
    [InlineData("the 25th", "2026-11-25", true)]
    [InlineData("the 5th", "2026-12-05", true)]
    [InlineData("the 5th", "2026-11-05", false)]
    [InlineData("25 people", "2026-11-25", false)]
    public void Passage_means_days(string text, string day, bool means) => Assert.Equal(
        means, new SpokenDates([Text(text)], Thursday).Has(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("the 24th of November", "Tuesday", true)]
    [InlineData("the 24th of November", "Wednesday", false)]
    [InlineData("on Tuesday", "the 24th of November", true)]
    [InlineData("on Tuesday", "the 25th of November", false)]
    [InlineData("tomorrow", "November", true)]
    [InlineData("tomorrow", "December", false)]
    [InlineData("in March", "March 2027", true)]
    [InlineData("in March", "March 2028", false)]
    [InlineData("next year", "2027-01-14", false)]
    [InlineData("the 24th of November 2026", "November 24", true)]
    [InlineData("nothing", "Tuesday", false)]
    [InlineData("in two months", "January", true)]
    public void Date_of_a_claim_is_meant_by_a_passage(string passage, string claim, bool means) => Assert.Equal(
        means, new SpokenDates([Text(passage)], Thursday).Mean(Assert.Single(Text(claim).Dates)));

    [Fact]
    public void Without_the_day_of_the_meeting_only_what_is_named_is_meant()
    {
        var dates = new SpokenDates([Text("tomorrow, or on Tuesday, or the 24th of November 2026")], null);

        Assert.False(dates.Has(new DateOnly(2026, 11, 20)));
        Assert.True(dates.Has(new DateOnly(2026, 11, 24)));
        Assert.True(dates.Mean(Assert.Single(Text("Tuesday").Dates)));
    }

    [Theory]
    [InlineData("Quote by tomorrow", "Quote by tomorrow (tomorrow: 2026-11-20)")]
    [InlineData("Quote in two weeks", "Quote in two weeks (in two weeks: 2026-12-03)")]
    [InlineData("Quote next week", "Quote next week")]
    [InlineData("Quote by Tuesday", "Quote by Tuesday (Tuesday: 2026-11-24)")]
    [InlineData("Quote by Thursday", "Quote by Thursday (Thursday: 2026-11-26)")]
    [InlineData("Quote last Tuesday", "Quote last Tuesday")]
    [InlineData("Quote by tomorrow or by Tuesday", "Quote by tomorrow or by Tuesday (tomorrow: 2026-11-20, Tuesday: 2026-11-24)")]
    [InlineData("Quote tomorrow, the 20th of November", "Quote tomorrow, the 20th of November")]
    [InlineData("Quote today", "Quote today")]
    public void Day_that_is_meant_stands_behind_its_phrase(string text, string expected) =>
        Assert.Equal(expected, RelativeDates.WithDays(Text(text), Thursday));

    [Fact]
    public void Without_a_day_nothing_stands_behind() => Assert.Equal("Quote by tomorrow", RelativeDates.WithDays(Text("Quote by tomorrow"), null));

    [Fact]
    public void Day_that_a_word_names_is_not_one_that_is_counted() =>
        Assert.Equal([1], RelativeDates.Named(Text("Tomorrow, not today, and not in three days")));

    [Theory]
    [InlineData("next Friday", "weekday 5 next")]
    [InlineData("last summer", "season summer last")]
    [InlineData("by the end of Q2", "quarter 2 end until")]
    [InlineData("the second quarter", "quarter 2")]
    [InlineData("2Q", "quarter 2")]
    [InlineData("Q5", "")]
    [InlineData("in November", "month 11")]
    [InlineData("next week", "unit week next")]
    [InlineData("three days", "")]
    public void Times_are_read_with_what_tells_which(string text, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Text(text).Times.Select(time => string.Join(
            ' ',
            new[] { time.Kind, time.Name, time.Direction switch { 1 => "next", -1 => "last", _ => "" }, time.Edge, time.Bound }
                .Where(part => part.Length > 0)))));

    private static ReadText Text(string text) => new(text, LanguageWords.All[0]);
}
