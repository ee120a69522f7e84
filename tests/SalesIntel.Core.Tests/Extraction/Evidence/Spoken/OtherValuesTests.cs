namespace SalesIntel.Extraction;

/// <summary>Whether two statements have values of one kind that are not the same.</summary>
public sealed class OtherValuesTests
{
    [Theory]
    [InlineData("We print two hundred labels.", "We print five hundred labels.", true)]
    [InlineData("We print two hundred labels.", "We print two hundred labels.", false)]
    [InlineData("We print two hundred labels.", "We employ fifty clerks.", false)]
    [InlineData("We print two hundred labels.", "We print labels.", false)]
    [InlineData("We print labels.", "We print five hundred labels.", false)]
    [InlineData("It takes nineteen days.", "It takes twelve days.", true)]
    [InlineData("It takes nineteen days.", "We send two hundred labels a month.", false)]
    [InlineData("We send nine labels a month.", "We send two hundred labels a month.", true)]
    [InlineData("It takes nineteen days for forty labels.", "It takes twelve days for forty proofs.", false)]
    [InlineData("It takes nineteen days.", "It takes twelve weeks.", true)]
    [InlineData("It takes fourteen days.", "It takes two weeks.", false)]
    [InlineData("It takes one day.", "It takes twelve days.", false)]
    [InlineData("It takes twelve days.", "It takes one day.", false)]
    [InlineData("We print two hundred labels on 14 January.", "We print two hundred labels on 21 January.", false)]
    [InlineData("They come on 14 January 2027.", "They come on 21 January 2027.", false)]
    [InlineData("They come on 14 January.", "They come on 21 January.", false)]
    [InlineData("They come on January 14.", "They come on January 21.", false)]
    [InlineData("Two hundred labels by 14 January.", "Five hundred labels by 14 January.", true)]
    [InlineData("By 14 January two hundred labels.", "By 14 January five hundred labels.", true)]
    [InlineData("They lose 19 % now.", "They lose 12 percent.", true)]
    public void Numbers_of_one_thing_differ(string one, string other, bool differ) =>
        Assert.Equal(differ, OtherValues.Numbers(Spoken.Text(one), Spoken.Text(other)));

    [Theory]
    [InlineData("A recall costs ten thousand dollars.", "The fine is twelve thousand dollars.", true)]
    [InlineData("A recall costs ten thousand dollars.", "The fine is ten thousand dollars.", false)]
    [InlineData("A recall costs ten thousand dollars.", "The fine is twelve thousand euros.", false)]
    [InlineData("A recall costs ten thousand dollars.", "The fine is twelve thousand.", false)]
    [InlineData("A recall costs ten thousand.", "The fine is twelve thousand dollars.", false)]
    [InlineData("A recall costs ten thousand dollars.", "It is twelve thousand dollars here, nine thousand dollars there.", false)]
    [InlineData("It is twelve thousand dollars here, nine thousand dollars there.", "A recall costs ten thousand dollars.", false)]
    [InlineData("Four recalls cost ten thousand dollars.", "Four recalls cost twelve thousand dollars.", true)]
    [InlineData("A recall costs ten thousand dollars.", "One dollar is lost, twelve thousand dollars are saved.", true)]
    public void Amounts_differ_where_each_states_one(string one, string other, bool differ) =>
        Assert.Equal(differ, OtherValues.Amounts(Spoken.Text(one), Spoken.Text(other)));

    [Theory]
    [InlineData("The board meets on Tuesday.", "The board meets on Thursday.", true)]
    [InlineData("The board meets on Tuesday.", "The board meets on Tuesday.", false)]
    [InlineData("The board meets on Tuesday.", "The board meets.", false)]
    [InlineData("The board meets.", "The board meets on Thursday.", false)]
    [InlineData("The board meets on 14 January.", "The board meets on 21 January.", true)]
    [InlineData("The board meets on 14 January.", "The board meets on 14 January.", false)]
    [InlineData("The board meets on 14 January.", "The board meets in January.", false)]
    [InlineData("The board meets in January.", "The board meets on 14 January.", false)]
    [InlineData("The board meets on 14 January.", "The board meets on 14 January and on 21 January.", false)]
    [InlineData("The board meets in March.", "The board meets in April.", true)]
    [InlineData("The board meets in March.", "The board meets in March or April.", false)]
    [InlineData("The board meets in March.", "The board meets in summer.", false)]
    [InlineData("In January the board meets on Tuesday.", "The board meets on Thursday.", true)]
    [InlineData("The board meets in winter.", "The board meets in summer.", true)]
    [InlineData("The board meets in the second quarter.", "The board meets in the third quarter.", true)]
    [InlineData("The board meets at Easter.", "The board meets at Christmas.", true)]
    [InlineData("The board meets on Tuesday in March.", "The board meets on Tuesday in April.", true)]
    public void Times_of_one_kind_differ(string one, string other, bool differ) =>
        Assert.Equal(differ, OtherValues.Times(Spoken.Text(one), Spoken.Text(other)));

    [Theory]
    [InlineData("We print two hundred labels.", "We print five hundred labels.", true)]
    [InlineData("A recall costs ten thousand dollars.", "The fine is twelve thousand dollars.", true)]
    [InlineData("The board meets in March.", "The board meets in April.", true)]
    [InlineData("The board meets in March.", "A recall costs ten thousand dollars.", false)]
    public void Any_kind_of_value_counts(string one, string other, bool differ)
    {
        Assert.Equal(differ, OtherValues.OfOneThing(Spoken.Text(one), Spoken.Text(other)));
        Assert.Equal(differ, OtherValues.Of(Of(one), Of(other)));
    }

    [Fact]
    public void Names_differ_where_both_have_some_and_none_is_shared()
    {
        Assert.True(OtherValues.Names(Of("a", "inkmoor"), Of("b", "paperweave")));
        Assert.True(OtherValues.Of(Of("a", "inkmoor"), Of("b", "paperweave")));
        Assert.False(OtherValues.Names(Of("a", "inkmoor"), Of("b", "paperweave", "inkmoor")));
        Assert.False(OtherValues.Names(Of("a"), Of("b", "paperweave")));
        Assert.False(OtherValues.Names(Of("a", "inkmoor"), Of("b")));
    }

    private static Statement Of(string text, params string[] terms) => new(new Leads.Claim(), Spoken.Text(text)) { Terms = [.. terms] };
}
