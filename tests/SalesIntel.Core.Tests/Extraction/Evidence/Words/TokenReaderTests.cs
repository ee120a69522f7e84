namespace SalesIntel.Extraction;

/// <summary>Where words, clauses and sentences begin and end.</summary>
public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("...", "")]
    [InlineData("... One two", "One:0.0! two:0.0")]
    [InlineData("— One", "One:0.0!")]
    [InlineData("\n\n(One) two", "One:0.0! two:0.1")]
    [InlineData(",5 is", "5:0.0! is:0.0")]
    [InlineData(".5 is", "5:0.0! is:0.0")]
    [InlineData("4,500", "4:0.0! 500:0.0")]
    [InlineData("4, 500", "4:0.0! 500:0.1")]
    [InlineData("a,5", "a:0.0! 5:0.1")]
    [InlineData("5,a", "5:0.0! a:0.1")]
    [InlineData("4,500, five", "4:0.0! 500:0.0 five:0.1")]
    [InlineData("Yes… No", "Yes:0.0! No:1.1!")]
    [InlineData("Yes! No", "Yes:0.0! No:1.1!")]
    [InlineData("Yes?No", "Yes:0.0! No:1.1!")]
    [InlineData("Yes,. No", "Yes:0.0! No:1.1!")]
    [InlineData("Yes; no", "Yes:0.0! no:0.1")]
    [InlineData("Yes – no", "Yes:0.0! no:0.1")]
    [InlineData("Yes - no", "Yes:0.0! no:0.0")]
    [InlineData("Ann: yes, Bo: no", "Ann:0.0! yes:0.1! Bo:0.2 no:0.3!")]
    [InlineData("好。不", "好:0.0! 不:1.1!")]
    [InlineData("好？不！好", "好:0.0! 不:1.1! 好:2.2!")]
    [InlineData("好、不，好", "好:0.0! 不:0.1 好:0.2")]
    public void Marks_end_sentences_and_clauses(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("It ends. Then", "It:0.0! ends:0.0 Then:1.1!")]
    [InlineData("It ends. then", "It:0.0! ends:0.0 then:0.0")]
    [InlineData("It ends. 4 days", "It:0.0! ends:0.0 4:1.1! days:1.1")]
    [InlineData("1.5 days", "1:0.0! 5:0.0 days:0.0")]
    [InlineData("quill.example", "quill:0.0! example:0.0")]
    [InlineData("J. Berg pays", "J:0.0! Berg:0.0 pays:0.0")]
    [InlineData("By J. Berg", "By:0.0! J:0.0 Berg:0.0")]
    [InlineData("By J. K. Berg", "By:0.0! J:0.0 K:0.0 Berg:0.0")]
    [InlineData("Plan j. Berg", "Plan:0.0! j:0.0 Berg:1.1!")]
    [InlineData("Plan AJ. Berg", "Plan:0.0! AJ:0.0 Berg:1.1!")]
    [InlineData("Plan 7J. Berg", "Plan:0.0! 7J:0.0 Berg:1.1!")]
    [InlineData("It ends.", "It:0.0! ends:0.0")]
    public void Full_stop_ends_a_sentence_unless_it_shortens_a_word(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("don't", "not")]
    [InlineData("isn’t", "not")]
    [InlineData("ain't", "not")]
    [InlineData("rat't", "ratt")]
    [InlineData("they'll we've you're it's I'd I'm", "they we you it i i")]
    [InlineData("o'clock", "oclock")]
    [InlineData("l'équipe qu'il jusqu'ici", "l equipe qu il jusqu ici")]
    [InlineData("s's", "s s")]
    [InlineData("ʼs", "ʼs")]
    [InlineData("lʼ amour", "lʼ amour")]
    [InlineData("Straße", "strasse")]
    public void Contractions_are_taken_apart(string text, string expected) => Assert.Equal(expected, string.Join(' ', TokenReader.Words(text)));

    [Theory]
    [InlineData("L'équipe paie", "0-1! 2-8 9-13")]
    [InlineData("Yes. L'équipe paie", "0-3! 5-6! 7-13 14-18")]
    [InlineData("Helene's bill", "0-6! 9-13")]
    [InlineData("Don't pay", "0-5! 6-9")]
    [InlineData("We don't", "0-2! 3-8")]
    public void Token_has_its_place(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', TokenReader.Read(text).Select(token => $"{token.Start}-{token.End}{(token.IsFirst ? "!" : "")}")));

    [Theory]
    [InlineData("DON'T", false, false)]
    [InlineData("Don't", false, false)]
    [InlineData("Helene's", true, false)]
    [InlineData("SSO's", true, true)]
    [InlineData("aB", false, true)]
    [InlineData("AB", true, true)]
    [InlineData("Ab", true, false)]
    [InlineData("ab", false, false)]
    [InlineData("aBC", false, true)]
    [InlineData("7A", false, true)]
    [InlineData("Éva", true, false)]
    public void Capital_letters_are_those_of_the_word(string text, bool isCapital, bool isAcronym)
    {
        var token = TokenReader.Read(text)[0];

        Assert.Equal((isCapital, isAcronym), (token.IsCapital, token.IsAcronym));
    }

    [Theory]
    [InlineData("v7", true)]
    [InlineData("70", true)]
    [InlineData("version", false)]
    public void Digits_are_seen(string text, bool hasDigit) => Assert.Equal(hasDigit, TokenReader.Read(text)[0].HasDigit);

    private static string Show(string text) => string.Join(' ', TokenReader.Read(text).Select(token =>
        $"{text[token.Start..token.End]}:{token.Sentence}.{token.Clause}{(token.IsFirst ? "!" : "")}"));
}
