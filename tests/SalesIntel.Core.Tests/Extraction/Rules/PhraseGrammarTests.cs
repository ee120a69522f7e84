namespace SalesIntel.Extraction;

/// <summary>How words and phrases of the data files are read.</summary>
public class PhraseGrammarTests
{
    [Theory]
    [InlineData("We're done, it's Marta's", "we are done it is marta 's")]
    [InlineData("we 're done , do n't", "we are done do not")]
    [InlineData("can't won't cannot", "can not will not can not")]
    [InlineData("I'd, they'll, you've", "i would they will you have")]
    [InlineData("$12,500.50 and 30% of 2nd", "$ 12,500.50 and 30 percent of 2nd")]
    [InlineData("L'équipe d'achat", "l equipe d achat")]
    [InlineData("sign-off", "sign off")]
    [InlineData("o’clock", "o clock")]
    [InlineData("", "")]
    public void Words_are_written_in_full(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SpokenWords.Split(text).Select(word => word.Text)));

    [Theory]
    [InlineData("four hundred and fifty orders", "four hundred and fifty")]
    [InlineData("one of us", "")]
    [InlineData("a hundred", "a hundred")]
    [InlineData("12,000 or 15", "12,000|15")]
    [InlineData("the twelfth of May", "")]
    public void Numbers_are_joined(string text, string expected)
    {
        var words = SpokenWords.Split(text);
        var found = new SpokenNumbers(LanguageWords.All[0]).In(words)
            .Select(number => string.Join(' ', words.Skip(number.Start).Take(number.End - number.Start).Select(word => word.Text)));
        Assert.Equal(expected, string.Join('|', found));
    }

    [Theory]
    [InlineData("Our CFO signs off on anything above ten thousand", "executive", "cfo")]
    [InlineData("the board of directors meets", "board", "board of directors")]
    [InlineData("by the end of the quarter", "when", "end of the quarter")]
    public void Longest_phrase_of_a_concept_is_found(string text, string concept, string expected)
    {
        var words = SpokenWords.Split(text);
        var match = new SentenceMatch(SpokenRules.Grammar);
        match.Read(words, []);
        var (start, end) = match.Spans(SpokenRules.Grammar.Concept(concept)).First();
        Assert.Equal(expected, string.Join(' ', words.Skip(start).Take(end - start).Select(word => word.Text)));
    }

    [Fact]
    public void Concept_that_no_file_has_is_named() =>
        Assert.Contains("[nonsense]", Assert.Throws<ArgumentException>(() => SpokenRules.Grammar.Concept("nonsense")).Message);

    [Fact]
    public void Sentence_that_was_read_before_leaves_nothing_behind()
    {
        var match = new SentenceMatch(SpokenRules.Grammar);
        match.Read(SpokenWords.Split("our cfo decides"), []);
        Assert.True(match.Has(SpokenRules.Grammar.Concept("executive")));
        match.Read(SpokenWords.Split("hello there"), []);
        Assert.False(match.Has(SpokenRules.Grammar.Concept("executive")));
    }
}
