using SalesIntel.Leads;

namespace SalesIntel.Extraction;

public sealed class ContextSignsTests
{
    private const int Names = 2;
    private const string Nothing = "0";

    private static readonly IReadOnlyList<ReadTurn> Turns =
    [
        Turn(1, MeetingSide.Seller, [2, 0]),
        Turn(2, MeetingSide.Buyer, [-5, 1], [3, -1], [-20, 4]),
        Turn(3, MeetingSide.Buyer, [1, -2]),
    ];

    [Fact]
    public void Every_sign_has_a_name()
    {
        var signs = new List<float>();
        ContextSigns.Of(Turns, 1, 1, 0, signs);

        Assert.Equal(ContextSigns.Names(Names).Count, signs.Count);
    }

    [Theory]
    [InlineData("own", 1, 1, 3)]
    [InlineData("own>-2", 1, 1, 5)]
    [InlineData("other1", 1, 1, -1)]
    [InlineData("before", 1, 1, -5)]
    [InlineData("next", 1, 1, -9)]
    [InlineData("next>", 1, 0, 7)]
    [InlineData("sellers-1", 1, 1, 2)]
    [InlineData("buyers-1", 1, 1, -9)]
    [InlineData("buyers+1", 1, 1, 1)]
    [InlineData("buyers-1", 2, 0, 3)]
    [InlineData("sellers-2", 2, 0, 2)]
    [InlineData("buyers+2", 2, 0, -9)]
    [InlineData("network", 1, 1, -3)]
    [InlineData("network>-4", 1, 1, 1)]
    [InlineData("network-other1", 1, 1, 1)]
    [InlineData("network-before", 1, 1, 5)]
    [InlineData("network-next", 1, 1, 12)]
    [InlineData("network-next>", 1, 0, 1)]
    [InlineData("second", 1, 1, 1)]
    [InlineData("second", 2, 0, 0)]
    public void Sign_tells_of_the_sentence_or_what_stands_around_it(string name, int turn, int index, float expected)
    {
        var signs = new List<float>();
        ContextSigns.Of(Turns, turn, index, 0, signs);

        Assert.Equal(expected, Weights(line => line == name ? "1" : Nothing).Score(0, signs));
    }

    [Fact]
    public void Sign_without_a_line_is_named() => Assert.Contains(
        "'buyers-2'", Assert.Throws<InvalidDataException>(() => Weights(line => line == "buyers-2" ? null : Nothing)).Message, StringComparison.Ordinal);

    private static ContextWeights Weights(Func<string, string?> weight) => new(
        [.. ContextSigns.Names(Names).Concat(["bias", "threshold"]).Where(name => weight(name) is not null).Select(name => $"{name} = {weight(name)}")],
        Names);

    private static ReadTurn Turn(int number, MeetingSide side, params float[][] scores) => new(
        [.. scores.Select((score, i) => new ReadSentence(
            new SpokenSentence("It is.", SpokenWords.Split("It is."), "Ada", side, number, i), score,
            side == MeetingSide.Seller ? null : [.. score.Select(one => -one)], [], IsAside: false, IsNoAnswer: false))],
        Names);
}
