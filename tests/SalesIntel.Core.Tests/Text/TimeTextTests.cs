using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class TimeTextTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 19, 11, 30, 5, TimeSpan.FromHours(-5)).AddTicks(1_234_567);

    [Fact]
    public void Each_form_once()
    {
        Assert.Equal("2026-11-19", TimeText.Day(At));
        Assert.Equal("2026-11-19", TimeText.Day(new DateOnly(2026, 11, 19)));
        Assert.Equal("2026-11-19T16:30:05Z", TimeText.Utc(At));
        Assert.Equal("2026-11-19T16:30:05.123456Z", TimeText.Precise(At));
        Assert.Equal("2026-11-19T11:30:05-05:00", TimeText.WithOffset(At));
        Assert.Equal("2026-11-19 16:30:05 UTC", TimeText.UtcSeconds(At));
        Assert.Equal("Thursday, 2026-11-19 16:30 UTC", TimeText.UtcWithWeekday(At));
    }

    [Theory]
    [InlineData("America/New_York", "Thu 19 Nov 2026, 11:30 America/New_York (16:30 UTC)", "2026-11-19 11:30 -05:00 America/New_York")]
    [InlineData("Asia/Kolkata", "Thu 19 Nov 2026, 22:00 Asia/Kolkata (16:30 UTC)", "2026-11-19 22:00 +05:30 Asia/Kolkata")]
    [InlineData("", "Thu 19 Nov 2026, 16:30 UTC", "")]
    [InlineData("Nowhere/Land", "Thu 19 Nov 2026, 16:30 UTC", "")]
    [InlineData("../../../etc/passwd", "Thu 19 Nov 2026, 16:30 UTC", "")]
    public void In_a_zone_that_may_be_unknown(string zone, string described, string local)
    {
        Assert.Equal(described, TimeText.Describe(zone, At));
        Assert.Equal(local, TimeText.Local(zone, At));
        Assert.Equal(At, TimeText.In(zone, At));
    }

    [Fact]
    public void What_was_written_is_read()
    {
        Assert.Equal(new DateOnly(2026, 11, 19), TimeText.ReadDay("2026-11-19"));
        Assert.Equal(At.AddTicks(-7), TimeText.ReadPrecise(TimeText.Precise(At)));
        Assert.Equal(At.AddTicks(-1_234_567), TimeText.ReadWithOffset(TimeText.WithOffset(At)));
        Assert.Equal(At.AddTicks(-1_234_567), TimeText.ReadWithOffset("2026-11-19T16:30:05Z"));
        Assert.Equal(At.AddTicks(-1_234_567), TimeText.ReadWithOffset("2026-11-19T16:30:05"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-11-19 16:30")]
    [InlineData("2026-13-19T16:30:05Z")]
    public void Other_text_is_no_time(string text)
    {
        Assert.Null(TimeText.ReadDay(text));
        Assert.Null(TimeText.ReadPrecise(text));
        Assert.Null(TimeText.ReadWithOffset(text));
    }

    [Fact]
    public void Ends_of_time_are_written_and_do_not_throw()
    {
        foreach (var at in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
            new(DateTime.MaxValue, TimeSpan.FromHours(14)), new(DateTime.MinValue, TimeSpan.FromHours(-14))])
        {
            foreach (var zone in (string[])["", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
            {
                Assert.NotEmpty(TimeText.Describe(zone, at));
                Assert.Equal(zone.Length > 0, TimeText.Local(zone, at).EndsWith(zone, StringComparison.Ordinal) && zone.Length > 0);
            }

            Assert.NotEmpty(TimeText.Utc(at) + TimeText.Precise(at) + TimeText.WithOffset(at) + TimeText.UtcWithWeekday(at));
        }
    }
}
