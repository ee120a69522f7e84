using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>In which turn, and where in it, a quote is found.</summary>
public sealed class QuotePlaceTests
{
    [Theory]
    [InlineData("pay the bill", 1, 1)]
    [InlineData("pay the bill", 3, 3)]
    [InlineData("pay the bill", 4, 3)]
    [InlineData("pay the bill", 2, 1)]
    [InlineData("pay the bill", 8, 7)]
    [InlineData("pay the bill", null, 1)]
    [InlineData("pay the bill", 0, 1)]
    [InlineData("pay the bill", 10, 1)]
    [InlineData("pay the bill", 9, 7)]
    [InlineData("the end", 9, 9)]
    [InlineData("the end", 7, 9)]
    [InlineData("the end", 6, null)]
    [InlineData("the end", null, null)]
    [InlineData("end", 8, 9)]
    [InlineData("", 1, null)]
    [InlineData("?!", 1, null)]
    public void Nearest_turn_is_taken_and_two_words_are_looked_for_only_beside_the_named_one(string quote, int? named, int? turn) => Assert.Equal(
        turn,
        Find(quote, named, "we pay the bill", "x", "they pay the bill", "x", "x", "x", "I pay the bill", "x", "this is the end")?.Turn);

    [Fact]
    public void Place_is_where_the_words_begin_and_end()
    {
        var place = Find("PAY the bill", 1, "we pay, we pay the bill. Later");

        Assert.Equal((11, 23, "pay the bill"), (place?.Start, place?.End, place?.Text));
    }

    [Theory]
    [InlineData("we pay", "we pay", true)]
    [InlineData("we pay now", "we pay", false)]
    [InlineData("pay we", "we pay", false)]
    [InlineData("pay pay now", "pay pay pay now", true)]
    public void Words_stand_side_by_side(string quote, string said, bool isFound) => Assert.Equal(isFound, Find(quote, 1, said) is not null);

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Longer_quotes_are_not_looked_for(int words, bool isFound)
    {
        var said = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}"));

        Assert.Equal(isFound, Find(string.Join(' ', said.Split(' ').Take(words)), 1, said) is not null);
    }

    [Theory]
    [InlineData("we lose files ... and money", "we lose files every week, and money")]
    [InlineData("we lose files … and money", "we lose files every week, and money")]
    [InlineData("we lose files ... every week, and money", "we lose files every week, and money")]
    [InlineData("we lose ... every ... money", "we lose files every week, and money")]
    [InlineData("we lose files ... ! ... and money", "we lose files every week, and money")]
    [InlineData("...and money", "and money")]
    [InlineData("and money ... we lose", null)]
    [InlineData("we lose files ... never money", null)]
    [InlineData("we burn files ... and money", null)]
    [InlineData("we lose ... files ... files", null)]
    [InlineData("today we pay ... money", null)]
    public void What_was_left_out_of_a_quote_is_read_too(string quote, string? text) =>
        Assert.Equal(text, Find(quote, 2, "today we pay", "well, we lose files every week, and money. No more", "money")?.Text);

    [Theory]
    [InlineData(58, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void At_most_sixty_words_are_left_out(int between, bool isFound)
    {
        var said = $"we lose files {string.Join(' ', Enumerable.Repeat("so", between))} money there";

        Assert.Equal(isFound, Find("we lose files ... money", 1, said) is not null);
    }

    [Theory]
    [InlineData("the files get lost in the mails", true)]
    [InlineData("the files get lost in her mails", true)]
    [InlineData("the files were lost in her mails", false)]
    [InlineData("files get mails", false)]
    [InlineData("files get lost by", true)]
    [InlineData("so files get lost", true)]
    public void Three_quarters_of_four_or_more_words_are_enough(string quote, bool isFound) =>
        Assert.Equal(isFound, Find(quote, 1, "Well, the files get lost in the old mails") is not null);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Nearly_the_same_words_are_looked_for_beside_the_named_turn(int named, bool isFound)
    {
        Assert.Equal(isFound ? 1 : null, Find("the files get lost in their mails", named, "the files get lost in the mails", "x", "x", "x", "x")?.Turn);
        Assert.Equal(
            isFound ? 5 : null, Find("the files get lost in their mails", 6 - named, "x", "x", "x", "x", "the files get lost in the mails")?.Turn);
    }

    [Fact]
    public void Nowhere_near_means_nearly_the_same_words_are_not_looked_for() =>
        Assert.Null(Find("the files get lost in their mails", null, "the files get lost in the mails"));

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Words_may_not_be_spread_over_more_than_three_times_their_number(int between, bool isFound)
    {
        var said = $"files get {string.Join(' ', Enumerable.Repeat("so", between))} lost there";

        Assert.Equal(isFound ? said : null, Find("files get now lost there", 1, said)?.Text);
    }

    [Fact]
    public void Nearly_the_same_words_are_taken_as_close_together_as_they_stand() => Assert.Equal(
        "files get lost there", Find("files get now lost there", 1, "files files get so get so files get lost there so files")?.Text);

    [Theory]
    [InlineData(4_000, true)]
    [InlineData(4_001, false)]
    public void In_a_very_long_turn_only_the_exact_words_are_looked_for(int words, bool isFound)
    {
        var said = "the files get lost in the mails" + string.Concat(Enumerable.Repeat(" so", words - 7));

        Assert.Equal(isFound, Find("the files get lost in their mails", 1, said) is not null);
        Assert.NotNull(Find("the files get lost in the mails", 1, said));
    }

    [Fact]
    public void Turn_without_words_has_no_quote() => Assert.Null(Find("the files get lost", 1, "...", ""));

    [Fact]
    public void Speaker_and_time_are_those_of_the_turn()
    {
        var place = Find("they pay the bill", null, "x", "they pay the bill");

        Assert.Equal(("Speaker 2", Spoken.Start.AddMinutes(1)), (place?.Speaker, place?.At));
    }

    private static QuotePlace? Find(string quote, int? turn, params string[] texts) => new QuoteFinder(
        [.. texts.Select((text, i) => new TranscriptTurn($"Speaker {i + 1}", text, Spoken.Start.AddMinutes(i)))]).Find(quote, turn);
}
