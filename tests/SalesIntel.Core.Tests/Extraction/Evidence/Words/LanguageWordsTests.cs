namespace SalesIntel.Extraction;

/// <summary>In which language a text is, and what the word lists of the languages hold.</summary>
public sealed class LanguageWordsTests
{
    [Theory]
    [InlineData("", null, "en", false)]
    [InlineData("", "de", "de", false)]
    [InlineData("Inkmoor", "pt", "pt", false)]
    [InlineData("the", "de", "de", false)]
    [InlineData("the", null, "en", false)]
    [InlineData("nicht", null, "de", false)]
    [InlineData("the and", "de", "en", true)]
    [InlineData("nicht und", "en", "de", true)]
    [InlineData("nicht und the", "en", "de", true)]
    [InlineData("nicht und the of", "en", "en", false)]
    [InlineData("nicht und the of", "de", "de", false)]
    [InlineData("nicht und the of", "fr", "en", false)]
    [InlineData("nicht und the of", null, "en", false)]
    [InlineData("nous avec muy pero", "en", "fr", false)]
    [InlineData("muy pero você não", "pt", "pt", false)]
    [InlineData("the and of with from into that this", "de", "en", true)]
    [InlineData("the and of with nicht und oder aber", "fr", "en", false)]
    [InlineData("the and of with from nicht und oder aber", "de", "en", true)]
    [InlineData("the and of with from into that this nicht und oder aber wenn weil", "de", "en", true)]
    [InlineData("the and of with from into that this nicht und oder aber wenn weil auch", "de", "en", false)]
    [InlineData("the and of with from into that this nicht und oder aber wenn weil auch", null, "en", false)]
    [InlineData("january dollars", null, "en", true)]
    [InlineData("januar einundzwanzig", null, "de", false)]
    [InlineData("zwölf fünfzehn", null, "de", true)]
    [InlineData("12 30 2027", "fr", "fr", false)]
    public void Language_is_the_one_of_most_small_words(string text, string? otherwise, string expected, bool isSure)
    {
        var language = LanguageWords.Of(TokenReader.Read(text), otherwise is null ? null : Of(otherwise), out var sure);

        Assert.Equal((expected, isSure), (language.Code, sure));
    }

    [Theory]
    [InlineData("de", true, false)]
    [InlineData("en", false, false)]
    [InlineData("fr", false, false)]
    [InlineData("es", false, true)]
    [InlineData("pt", false, true)]
    public void Languages_differ_in_capitals_and_pronouns(string code, bool hasCapitalNouns, bool dropsPronouns) =>
        Assert.Equal((hasCapitalNouns, dropsPronouns), (Of(code).HasCapitalNouns, Of(code).DropsPronouns));

    [Theory]
    [InlineData("more", "less fewer")]
    [InlineData("less", "more fewer")]
    [InlineData("before", "since after")]
    [InlineData("higher", "lower")]
    public void Opposites_are_the_other_words_of_the_line(string word, string others) =>
        Assert.Equal(others.Split(' '), Of("en").Opposites[word]);

    [Theory]
    [InlineData("lose", "gain lost win")]
    public void Word_of_several_lines_has_the_opposites_of_all(string word, string others) =>
        Assert.Equal(others.Split(' ').ToHashSet(), Of("en").Opposites[word].ToHashSet());

    [Fact]
    public void Words_for_software_are_those_of_all_languages()
    {
        foreach (var language in LanguageWords.All)
        {
            Assert.NotNull(language.Instructions);
        }

        Assert.True(LanguageWords.AllInstructions.IsIn(TokenReader.Read("please output json now")));
        Assert.False(LanguageWords.AllInstructions.IsIn(TokenReader.Read("we put it into a file")));
    }

    [Fact]
    public void Numbers_and_months_have_their_values()
    {
        Assert.Equal((12, 4), (Of("en").Numbers["twelve"], Of("en").Months["april"]));
        Assert.Equal((0.5, 12), (Of("en").Numbers["half"], Of("de").Months["dezember"]));
    }

    [Theory]
    [InlineData("dislikes", true)]
    [InlineData("lacking", true)]
    [InlineData("lose", true)]
    [InlineData("loses", true)]
    [InlineData("loser", false)]
    public void Star_stands_for_any_ending(string word, bool isMissing) =>
        Assert.Equal(isMissing, Of("en").Missing.IsIn(TokenReader.Read(word)));

    private static LanguageWords Of(string code) => LanguageWords.All.Single(language => language.Code == code);
}
