namespace SalesIntel.Leads;

public class LongTurnTests
{
    [Theory]
    [InlineData("One more sentence, and a word. ", 5_000)]
    [InlineData("word ", 30_000)]
    [InlineData("x", 100_000)]
    [InlineData("é\u0301", 50_000)]
    [InlineData("\U0001F600", 40_001)]
    public void A_turn_that_nobody_can_speak_is_several_which_lose_nothing(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times)).Trim();
        var turns = Transcript.Parse($"Ada: {text}\nBo: Fine.").Turns;

        Assert.All(turns, turn => Assert.InRange(turn.Text.Length, 1, LongTurns.MostCharacters));
        Assert.All(turns.SkipLast(1), turn => Assert.Equal("Ada", turn.Speaker));
        Assert.Equal(Plain(text), Plain(string.Concat(turns.SkipLast(1).Select(turn => turn.Text))));
        Assert.All(turns, turn => Assert.False(char.IsLowSurrogate(turn.Text[0])));

        static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_stays_whole_where_it_can()
    {
        var turns = Transcript.Parse($"Ada: {string.Concat(Enumerable.Repeat("We lose nine days on each label. ", 2_000))}").Turns;
        Assert.All(turns, turn => Assert.EndsWith("label.", turn.Text.Trim()));
    }
}
