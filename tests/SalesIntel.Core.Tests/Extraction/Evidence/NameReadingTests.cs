namespace SalesIntel.Extraction;

/// <summary>Which words are names, as far as a document shows.</summary>
public sealed class NameReadingTests
{
    [Fact]
    public void Capital_within_a_sentence_makes_a_name_unless_the_word_is_written_small_too()
    {
        var names = Index("We met Helene and talked about the budget. Budget is tight, says the Budget owner.");

        Assert.Equal((true, false, false), (names.IsName("helene"), names.IsName("budget"), names.IsName("met")));
        Assert.Equal((true, false), (IsSmall(names, "budget"), IsSmall(names, "helene")));
    }

    [Fact]
    public void Capital_at_the_start_of_a_sentence_and_a_month_make_no_name()
    {
        var names = Index("Pricing is fine. We meet on Tuesday in November.");

        Assert.Equal((false, false, false), (names.IsName("pricing"), names.IsName("tuesday"), names.IsName("november")));
    }

    [Fact]
    public void Words_with_capitals_in_a_row_are_one_full_name()
    {
        var names = Index("Then Anna Berg signs, and Jo Ann Lee Ray pays. Nobody asks Anna.");

        Assert.Equal([["anna", "berg"]], names.FullNamesOf("berg"));
        Assert.Equal([["jo", "ann", "lee", "ray"]], names.FullNamesOf("lee"));
        Assert.Empty(names.FullNamesOf("nobody"));
        Assert.Equal((true, true, false), (names.IsPerson("berg"), names.IsPerson("anna"), names.IsPerson("nobody")));
    }

    [Fact]
    public void More_than_four_words_in_a_row_are_no_name_of_a_person() =>
        Assert.Empty(Index("They use Acme Print Proof Review Cloud today.").FullNamesOf("proof"));

    [Fact]
    public void Names_do_not_go_on_in_another_clause() => Assert.Empty(Index("We asked Anna, Berg and others.").FullNamesOf("berg"));

    [Fact]
    public void Word_behind_a_title_is_a_person() => Assert.True(Index("We asked Mr. Berg.").IsPerson("berg"));

    [Fact]
    public void People_of_the_document_are_names_wherever_they_are_written()
    {
        var names = new NameIndex([Text("nothing")], ["Anna Berg", "Anna Berg", " "], ["Quill Print of X"]);

        Assert.Equal((true, true), (names.IsName("anna"), names.IsPerson("berg")));
        Assert.Single(names.FullNamesOf("anna"));
        Assert.Equal((true, true, false, false), (names.IsNeutral("quill"), names.IsNeutral("print"), names.IsNeutral("of"), names.IsNeutral("anna")));
    }

    [Fact]
    public void Another_text_shows_more_and_changes_nothing_of_before()
    {
        var before = new NameIndex([Text("We met Helene.")], ["Anna Berg"], ["Quill"]);

        var after = before.With(Text("They say helene, and asked Tom Ruiz."));

        Assert.Equal((true, false), (before.IsName("helene"), after.IsName("helene")));
        Assert.Equal((false, true), (before.IsPerson("ruiz"), after.IsPerson("ruiz")));
        Assert.Equal((true, true), (after.IsPerson("berg"), after.IsNeutral("quill")));
        Assert.Single(after.FullNamesOf("anna"));
    }

    [Fact]
    public void Of_German_text_only_two_capitals_in_a_row_are_a_name()
    {
        var names = new NameIndex([new ReadText("Wir haben mit der Leiterin gesprochen, und dann hat Anna Berg das Budget nicht unterschrieben.", German)], [], []);

        Assert.Equal((true, false), (names.IsPerson("berg"), names.IsName("budget")));
    }

    [Theory]
    [InlineData("We asked Anna Berg about SSO", "anna berg sso")]
    [InlineData("We asked Helene about it", "helene")]
    [InlineData("Helene decides on the budget", "helene?")]
    [InlineData("Anna Berg decides", "anna? berg")]
    [InlineData("THE WHOLE THING IS SHOUTED", "")]
    [InlineData("Mr. Berg pays in 30 days", "berg")]
    [InlineData("The budget is approved", "")]
    public void Names_of_a_claim_are_sure_or_may_be_words_at_the_start(string claim, string expected)
    {
        var names = new NameIndex([Text("nothing was said about that")], [], []);

        var found = ClaimNames.In(Text(claim), names).Select(name => name.Token.Text + (name.IsSure ? "" : "?"));

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Word_that_only_begins_the_claim_is_a_name_for_sure_where_the_document_has_it_as_one()
    {
        var claim = Text("Helene decides on the budget");

        Assert.False(Assert.Single(ClaimNames.In(claim, new NameIndex([Text("nothing was said")], [], []))).IsSure);
        Assert.True(Assert.Single(ClaimNames.In(claim, new NameIndex([Text("We asked Helene yesterday.")], [], []))).IsSure);
        Assert.Empty(ClaimNames.In(claim, new NameIndex([Text("We asked helene yesterday.")], [], [])));
    }

    private static LanguageWords German => LanguageWords.All.Single(language => language.Code == "de");

    private static NameIndex Index(string text) => new([Text(text)], [], []);

    private static ReadText Text(string text) => new(text, LanguageWords.All[0]);

    private static bool IsSmall(NameIndex names, string word) => names.IsSmall(Assert.Single(TokenReader.Read(word)));
}
