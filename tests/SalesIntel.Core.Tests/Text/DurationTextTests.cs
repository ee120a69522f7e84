using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("PT1H5M", 3900)]
    [InlineData("PT45M", 2700)]
    [InlineData("PT90S", 90)]
    [InlineData("01:05:00", 3900)]
    [InlineData("0:45:30.5", 2730)]
    [InlineData("45 min", 2700)]
    [InlineData("45 Minutes", 2700)]
    [InlineData("1 h 5 min", 3900)]
    [InlineData("1h5m10s", 3910)]
    [InlineData("1 hour and 5 minutes", 3900)]
    [InlineData("1.5 hours", 5400)]
    [InlineData("1 Std. 5 Min.", 3900)]
    [InlineData("1 heure et 10 minutes", 4200)]
    [InlineData("1 hora y 10 minutos", 4200)]
    [InlineData("90 s", 90)]
    public void Duration_that_names_its_units_is_read(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("45")]
    [InlineData("45:00")]
    [InlineData("01:75:00")]
    [InlineData("0 min")]
    [InlineData("PT")]
    [InlineData("about an hour")]
    [InlineData("45 min or so")]
    [InlineData("99999999999999999999999999 h")]
    [InlineData("1 h                                                            5 min")]
    public void Every_other_text_states_none(string text) => Assert.Null(DurationText.Read(text));
}
