namespace SalesIntel.Extraction;

/// <summary>Which answers hold a value word for word.</summary>
public sealed class AnswerWordsTests
{
    [Theory]
    [InlineData("Velvet Press", "At Velvet Press, a printer.", true)]
    [InlineData("velvet press", "At VELVET-PRESS", true)]
    [InlineData("Velvet Press", "Velvet Press", true)]
    [InlineData("Velvet Press", "Press Velvet", false)]
    [InlineData("Velvet Press", "Velvet and Press", false)]
    [InlineData("Velvet Press", "Velvet", false)]
    [InlineData("Velvet", "Velvets", false)]
    [InlineData("Velvet Velvet Press", "Velvet Velvet Velvet Press", true)]
    [InlineData("", "Velvet", false)]
    [InlineData("-", "Velvet", false)]
    [InlineData("Velvet", "", false)]
    public void Value_stands_in_an_answer_with_its_words_side_by_side(string value, string answer, bool isFound)
    {
        var words = new AnswerWords(Filled.Form(("Who?", answer)));

        Assert.Equal(isFound, words.Find(value) is not null);
        Assert.Equal(isFound ? 1 : 0, words.All(value).Count);
    }

    [Fact]
    public void Each_answer_that_holds_it_is_named_in_order()
    {
        var words = new AnswerWords(Filled.Form((" Which \n tool? ", "Excel"), ("Why?", "No tool"), ("Since?", "Excel since May")));

        Assert.Equal([("Which tool?", "Excel"), ("Since?", "Excel since May")], words.All("Excel").Select(claim => (claim.Question, claim.Quote)));
        Assert.Equal(("Excel", Leads.ClaimSupport.Supported, "Which tool?"), (words.Find("Excel")!.Text, words.Find("Excel")!.Support, words.Find("Excel")!.Question));
        Assert.Same(words.All("Excel"), words.All("Excel"));
    }

    [Theory]
    [InlineData("Colour?: Blue", true)]
    [InlineData("Colour?: Red", false)]
    [InlineData("Colour?:Blue", false)]
    [InlineData("Colour?: ", false)]
    [InlineData("Paint: Blue", false)]
    [InlineData("Blue", true)]
    public void Value_may_be_shown_together_with_its_question(string value, bool isFound) =>
        Assert.Equal(isFound, new AnswerWords(Filled.Form(("Colour?", "Blue"))).Find(value) is not null);

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(100, 99, false)]
    [InlineData(101, 100, true)]
    [InlineData(101, 99, false)]
    public void Last_word_of_a_long_value_may_be_cut(int inValue, int inAnswer, bool isFound)
    {
        var words = Enumerable.Range(0, 200).Select(i => $"word{i}").ToArray();

        Assert.Equal(
            isFound, new AnswerWords(Filled.Form(("Why?", string.Join(' ', words.Take(inAnswer))))).Find(string.Join(' ', words.Take(inValue))) is not null);
    }

    [Theory]
    [InlineData("Excel here", "Excel here")]
    [InlineData("one\ntwo  Excel three\nfour", "two Excel three")]
    [InlineData("Excel first\ntwo", "Excel first")]
    [InlineData("one\nlast Excel", "last Excel")]
    [InlineData("one\nExcel", "Excel")]
    public void Quote_is_the_line_that_holds_it(string answer, string quote) =>
        Assert.Equal(quote, new AnswerWords(Filled.Form(("Tool?", answer))).Find("Excel")?.Quote);

    [Theory]
    [InlineData(594, true)]
    [InlineData(595, false)]
    public void Of_a_long_line_the_words_alone_are_the_quote(int letters, bool isWhole)
    {
        var answer = $"{new string('a', letters)} Excel";

        Assert.Equal(isWhole ? answer : "Excel", new AnswerWords(Filled.Form(("Tool?", $"line\n{answer}\nline"))).Find("Excel")?.Quote);
    }
}
