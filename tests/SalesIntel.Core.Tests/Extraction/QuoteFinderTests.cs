using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public class QuoteFinderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 19, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("the café’s price is twenty-five thousand", 2, "the café’s price is twenty-five thousand")]
    [InlineData("THE CAFÉ'S  PRICE, is twenty five thousand!", 2, "the café’s price is twenty-five thousand")]
    [InlineData("the cafe\u0301's price is twenty-five thousand", 2, "the café’s price is twenty-five thousand")]
    [InlineData("the price is ninety thousand dollars a year", 1, "the price is ｎｉｎｅｔｙ thousand dollars a year")]
    public void Find_QuoteInOtherSpelling_GivesTheTranscriptsWords(string quote, int turn, string text)
    {
        var place = Finder(
            "Well, the price is ｎｉｎｅｔｙ thousand dollars a year.", "I heard the café’s price is twenty-five thousand. Yes.").Find(quote, turn);

        Assert.NotNull(place);
        Assert.Equal(turn, place.Turn);
        Assert.Equal(text, place.Text);
        Assert.Equal("Speaker " + turn, place.Speaker);
        Assert.Equal(Start.AddMinutes(turn), place.At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(null)]
    [InlineData(99)]
    public void Find_WrongTurn_IsFoundElsewhere(int? turn)
    {
        var turns = Enumerable.Range(0, 9).Select(i => i == 3 ? "Helene owns the budget here." : $"Line {i} says nothing.");
        Assert.Equal(4, Finder([.. turns]).Find("Helene owns the budget", turn)?.Turn);
    }

    [Fact]
    public void Find_SameWordsTwice_NearestToTheNamedTurn()
    {
        var finder = Finder("we sign it today", "x", "x", "x", "x", "x", "x", "we sign it today");
        Assert.Equal(8, finder.Find("we sign it today", 6)?.Turn);
        Assert.Equal(1, finder.Find("we sign it today", 3)?.Turn);
    }

    [Theory]
    [InlineData("the final sign off is with Helene our boss", true)]
    [InlineData("the final sign off is not with Helene our boss", false)]
    [InlineData("the final sign off is with Helene our 2", false)]
    [InlineData("the final sign off is with Helena our boss", false)]
    [InlineData("sign-off finally lies elsewhere with procurement and the board", false)]
    public void Find_NearlyTheSameWords_OnlyAboveThreeQuarters(string quote, bool found)
    {
        var place = Finder("Hello.", "So the final sign-off, uh, is with Helene, our V P.", "Bye now.").Find(quote, 1);
        Assert.Equal(found, place is not null);
    }

    [Fact]
    public void Find_ScatteredWords_AreNoQuote()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"word{i}"));
        Assert.Null(Finder($"we {filler} sign {filler} the {filler} contract {filler}").Find("we sign the contract", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("yes")]
    public void Find_TooLittleToFindAnywhere_IsNotFound(string quote) => Assert.Null(Finder("No.", "Yes, please.").Find(quote, null));

    [Fact]
    public void Find_EightQuotesInALongTranscript_TakesLessThan50Milliseconds()
    {
        var turns = Fixtures.Meeting("meeting_end_long").Transcript;
        Assert.Equal(519, turns.Count);
        string[] quotes =
        [
            "the money's with the chief operating officer now", "doing nothing is the stronger competitor",
            "it's Thursday the fourteenth of January, not the twenty-first", "I've put my name on this",
            "the disclaimer check must catch a missing statement every time", "this was never said by anyone in the whole meeting",
            "twenty six calendar days is the average cycle from brief to approved", "finance uses eleven hundred dollars per SKU per day",
        ];
        Run();
        var elapsed = Enumerable.Range(0, 5).Select(_ => Run()).Min();

        Assert.True(elapsed < TimeSpan.FromMilliseconds(50), elapsed.ToString());

        TimeSpan Run() => ProcessorTime.Of(() =>
        {
            var finder = new QuoteFinder(turns);
            Assert.Equal(6, quotes.Count(quote => finder.Find(quote, 260) is not null));
        });
    }

    private static QuoteFinder Finder(params string[] texts) =>
        new([.. texts.Select((text, i) => new TranscriptTurn($"Speaker {i + 1}", text, Start.AddMinutes(i + 1)))]);
}
