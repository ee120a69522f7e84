using System.Globalization;

namespace SalesIntel.Extraction;

/// <summary>Days that are reckoned from the day of the meeting, the 1st of September 2026, a Tuesday.</summary>
public sealed class ReckonedDayTests
{
    [Theory]
    [InlineData("today", "2026-09-01", true)]
    [InlineData("the 1st", "2026-09-01", true)]
    [InlineData("the 30th", "2026-09-30", true)]
    [InlineData("the 31st", "2026-10-31", true)]
    [InlineData("the 32nd", "2026-10-02", false)]
    [InlineData("the 2.5", "2026-09-02", false)]
    [InlineData("seats: 24", "2026-09-24", false)]
    [InlineData("May 4", "2026-05-04", true)]
    [InlineData("May 3", "2027-05-03", true)]
    [InlineData("November, the fifth", "2026-11-05", true)]
    [InlineData("November with five of us", "2026-11-05", true)]
    [InlineData("on Sunday", "2026-09-06", true)]
    [InlineData("next Sunday", "2026-09-06", true)]
    [InlineData("next Sunday", "2026-09-13", true)]
    [InlineData("next Tuesday", "2026-09-08", true)]
    [InlineData("next Tuesday", "2026-09-15", false)]
    [InlineData("in twenty five days", "2026-09-26", true)]
    [InlineData("in 401 days", "2027-10-07", false)]
    [InlineData("in 400 days", "2027-10-06", true)]
    [InlineData("in one week", "2026-09-08", true)]
    public void Passage_means_a_day(string text, string day, bool means) =>
        Assert.Equal(means, new SpokenDates([Said.Text(text)], Said.Day).Has(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("next quarter", "December", true)]
    [InlineData("next quarter", "November", false)]
    [InlineData("the 6th of September", "Sunday", true)]
    [InlineData("January, on the fifth", "January 2027", true)]
    [InlineData("January 2028", "January 2028", true)]
    [InlineData("January 2028", "January 2027", false)]
    [InlineData("the 24th", "24 September 2026", true)]
    [InlineData("next year", "September 2027", false)]
    public void Passage_means_a_date(string text, string claim, bool means) =>
        Assert.Equal(means, new SpokenDates([Said.Text(text)], Said.Day).Mean(Assert.Single(Said.Text(claim).Dates)));

    [Fact]
    public void Today_tells_the_year() =>
        Assert.True(new SpokenDates([Said.Text("today")], Said.Day).Mean(new DateMention(null, null, 2026, null, 0, 0)));

    [Theory]
    [InlineData("Quote in twenty five days", "Quote in twenty five days (in twenty five days: 2026-09-26)")]
    [InlineData("Quote on Tuesday next", "Quote on Tuesday next (Tuesday: 2026-09-08)")]
    [InlineData("Tuesday it is", "Tuesday it is")]
    [InlineData("Quote by Sunday", "Quote by Sunday (Sunday: 2026-09-06)")]
    [InlineData("Quote by Friday, by Saturday, by Sunday", "Quote by Friday, by Saturday, by Sunday (Friday: 2026-09-04, Saturday: 2026-09-05, Sunday: 2026-09-06)")]
    [InlineData("Quote by Friday, by Saturday, by Sunday, tomorrow", "Quote by Friday, by Saturday, by Sunday, tomorrow")]
    [InlineData("Quote in two months", "Quote in two months")]
    public void Day_stands_behind_its_phrase(string text, string expected) => Assert.Equal(expected, RelativeDates.WithDays(Said.Text(text), Said.Day));

    [Fact]
    public void Sunday_is_the_last_day_of_its_week()
    {
        var sunday = new DateOnly(2026, 9, 6);

        Assert.Equal("Quote by Monday (Monday: 2026-09-07)", RelativeDates.WithDays(Said.Text("Quote by Monday"), sunday));
        Assert.True(new SpokenDates([Said.Text("on Monday")], sunday).Has(new DateOnly(2026, 9, 7)));
    }
}
