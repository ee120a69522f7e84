using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Engine;

public sealed class LogRateTests
{
    private readonly FakeTimeProvider time = new();
    private readonly List<long> told = [];

    [Fact]
    public void A_flood_makes_ten_lines_and_one_that_says_how_many_were_left_out()
    {
        var rate = new LogRate(time, told.Add);
        Assert.Equal(LogRate.MostLines, Ask(rate, 5_000));
        time.Advance(LogRate.Window - TimeSpan.FromSeconds(1));
        Assert.Equal(0, Ask(rate, 3));
        Assert.Empty(told);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([5_003 - LogRate.MostLines], told);
        Assert.Equal(LogRate.MostLines, Ask(rate, 11));
        time.Advance(LogRate.Window);
        Assert.Equal([5_003 - LogRate.MostLines, 1], told);
    }

    [Fact]
    public void What_is_rare_is_logged_each_time()
    {
        var rate = new LogRate(time, told.Add);
        for (var i = 0; i < 100; i++)
        {
            Assert.True(rate.MayLog());
            time.Advance(LogRate.Window / (LogRate.MostLines - 1));
        }

        Assert.Empty(told);
    }

    private static int Ask(LogRate rate, int times) => Enumerable.Range(0, times).Count(_ => rate.MayLog());
}
