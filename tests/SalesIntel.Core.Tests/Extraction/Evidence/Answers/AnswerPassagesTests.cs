using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Which answer proves a claim, and in whose words it is written.</summary>
public sealed class AnswerPassagesTests
{
    private const string Pain = "We lose 14 days with each reprint. We print the comments of Velvet Press.";

    [Theory]
    [InlineData("Each reprint loses 14 days", "Each reprint loses 14 days", "We lose 14 days with each reprint.")]
    [InlineData("Comments of Velvet Press", "Comments of Velvet Press", "We print the comments of Velvet Press.")]
    [InlineData("Each reprint loses 15 days", null, null)]
    [InlineData("Comments of Inkmoor Cloud", null, null)]
    [InlineData("Reprint does not lose days", null, null)]
    [InlineData("Comments of Velvet Press until May", null, null)]
    [InlineData("Jeder Nachdruck kostet 14 Tage", null, null)]
    [InlineData("The roof leaks", null, null)]
    public void Claim_is_written_where_an_answer_has_its_words_numbers_names_and_times(string text, string? expected, string? quote)
    {
        var claim = Prove(text, "", true, ("What hurts?", Pain));

        Assert.Equal((expected, quote), (claim?.Text, claim?.Quote));
        Assert.Equal(expected is null ? null : "What hurts?", claim?.Question);
        Assert.Equal(expected is not null, claim is { Support: ClaimSupport.Supported });
    }

    [Theory]
    [InlineData("All reprints are slow in the house", "lose 14 days with each reprint", true, "lose 14 days with each reprint")]
    [InlineData("All reprints are slow in the house", "lose 14 days with each reprint", false, null)]
    [InlineData("All reprints are slow in the house", "reprint", true, null)]
    [InlineData("All reprints are slow in the house", "each reprint", true, "each reprint")]
    [InlineData("All reprints are slow in the house", "each slow reprint", true, null)]
    [InlineData("All reprints are slow in the house", "", true, null)]
    [InlineData("All reprints are slow in the house", "Velvet Press", true, "Velvet Press")]
    [InlineData("All reprints are slow in the house", "Velvet Press and so on", true, null)]
    [InlineData("All reprints are slow in the house", "We LOSE 14 days", true, "We lose 14 days")]
    [InlineData("All reprints are slow at Inkmoor Cloud", "lose 14 days with each reprint", true, null)]
    [InlineData("All reprints take 15 days in the house", "lose 14 days with each reprint", true, null)]
    [InlineData("All reprints were slow last summer", "lose 14 days with each reprint", true, null)]
    [InlineData("The roof of the house leaks", "lose 14 days with each reprint", true, null)]
    public void Reading_of_an_answer_is_written_in_the_answers_own_words(string text, string quote, bool mayQuote, string? expected)
    {
        var claim = Prove(text, quote, mayQuote, ("What hurts?", Pain));

        Assert.Equal((expected, expected), (claim?.Text, claim?.Quote));
    }

    [Theory]
    [InlineData("Reprints are slow.", "Reprints are not known to the buyers", null)]
    [InlineData("Reprints are never quick.", "Reprints are not known to the buyers", "Reprints are")]
    [InlineData("Reprints lack speed.", "Reprints are not known to the buyers", "Reprints lack")]
    public void Denial_is_no_reading_of_an_answer_that_denies_nothing(string answer, string text, string? expected) =>
        Assert.Equal(expected, Prove(text, answer[..answer.LastIndexOf(' ')].Replace(" never", "", StringComparison.Ordinal), true, ("What hurts?", answer))?.Text);

    [Fact]
    public void Answer_that_bears_the_claim_out_is_taken_before_one_that_may_be_read_so()
    {
        var claim = Prove(
            "Each reprint loses 14 days", "reprint is slow", true,
            ("One?", "Our reprint is slow, and that is that."), ("Two?", "A reprint is slow for all."), ("Three?", "We lose 14 days with each reprint."));

        Assert.Equal(("Each reprint loses 14 days", "Three?"), (claim?.Text, claim?.Question));
    }

    [Fact]
    public void First_of_several_answers_that_may_be_read_so_is_quoted()
    {
        var claim = Prove(
            "All reprints are boring in the house", "reprint is slow", true,
            ("One?", "Our reprint is slow, and that is that."), ("Two?", "A reprint is slow for all."));

        Assert.Equal(("reprint is slow", "One?"), (claim?.Text, claim?.Question));
    }

    [Fact]
    public void Question_alone_proves_nothing() => Assert.Null(Prove("Jira approvals", "", true, ("Do you use Jira for approvals?", "-")));

    [Fact]
    public void Question_is_read_with_a_short_answer() =>
        Assert.Equal("Jira approvals", Prove("Jira approvals", "", true, ("Do you use Jira for approvals?", "Yes"))?.Text);

    [Fact]
    public void Speaker_may_be_named_for_who_writes_of_himself() =>
        Assert.Equal("Sunniva signs contracts", Prove("Sunniva signs contracts", "", false, ("Who decides?", "I sign the contracts."))?.Text);

    [Fact]
    public void Day_is_that_of_the_form()
    {
        Assert.NotNull(Prove("Live by 25 November 2026", "", false, ("When?", "We want to be live by tomorrow.")));
        Assert.Null(Prove("Live by 26 November 2026", "", false, ("When?", "We want to be live by tomorrow.")));
    }

    [Fact]
    public void Same_claim_is_looked_up_once_for_each_way_of_writing_it()
    {
        var passages = new AnswerPassages(Filled.Form(("What hurts?", Pain)));
        var claim = new AnswerClaim("", "lose 14 days with each reprint", "All reprints are slow in the house");

        Assert.Same(passages.Prove(claim, true), passages.Prove(claim, true));
        Assert.Null(passages.Prove(claim, false));
        Assert.Null(passages.Prove(claim with { Quote = "" }, true));
    }

    [Theory]
    [InlineData("We do not use Jira.", "Jira", false)]
    [InlineData("We use Jira.", "Jira", true)]
    [InlineData("We do not use Excel, but Jira.", "Jira", true)]
    public void Denied_value_is_not_asserted(string answer, string value, bool isAsserted)
    {
        var form = Filled.Form(("Other?", "Nothing"), ("Tools?", answer));

        Assert.Equal(isAsserted, new AnswerPassages(form).IsAsserted(value, new AnswerWords(form).Find(value)!));
    }

    [Theory]
    [InlineData("Formerly Excel", "Excel", false)]
    [InlineData("Excel since 2014", "Excel", true)]
    [InlineData("30,000 at most", "30,000", false)]
    [InlineData("30,000", "30,000", true)]
    [InlineData("If legal agrees, Excel", "Excel", false)]
    public void Value_that_the_answer_limits_is_not_whole(string answer, string value, bool isWhole)
    {
        var form = Filled.Form(("Other?", "Nothing"), ("Tools?", answer));

        Assert.Equal(isWhole, new AnswerPassages(form).IsWhole(value, new AnswerWords(form).Find(value)!));
    }

    [Fact]
    public void Answer_to_the_same_question_that_has_the_quote_is_the_one()
    {
        var form = Filled.Form(("Tools?", "We use Word."), ("Tools?", "We do not use Jira."), ("More?", "We do not use Word."));

        Assert.False(new AnswerPassages(form).IsAsserted("Jira", new AnswerWords(form).Find("Jira")!));
        Assert.Equal([true, false], new AnswerWords(form).All("Word").Select(found => new AnswerPassages(form).IsAsserted("Word", found)));
    }

    [Fact]
    public void What_stands_behind_the_part_of_a_long_answer_that_is_read_is_taken_as_it_stands()
    {
        var form = Filled.Form(("Tools?", string.Concat(Enumerable.Repeat("so it is\n", 700)) + "not Jira at most"));
        var found = new AnswerWords(form).Find("Jira")!;

        Assert.True(new AnswerPassages(form).IsAsserted("Jira", found));
        Assert.True(new AnswerPassages(form).IsWhole("Jira", found));
    }

    [Fact]
    public void Texts_are_the_answers_with_words_each_before_its_question() => Assert.Equal(
        ["Jira", "Which tools?", "Since May", "Since when?"],
        new AnswerPassages(Filled.Form(("Which tools?", "Jira"), ("Colour?", "-"), (" Since\nwhen?", "Since May"))).Texts.Select(text => text.Text));

    [Theory]
    [InlineData("a@harrowpine.example", "harrowpine", true)]
    [InlineData("a@gmail.com", "gmail", false)]
    [InlineData("a@gmail.com", "demo", true)]
    public void Company_of_the_address_and_title_are_the_setting(string email, string word, bool isNeutral)
    {
        var names = new AnswerPassages(Filled.Form(email, ("Who?", "We")) with { Title = "Product demo" }).Names;

        Assert.Equal(isNeutral, names.IsNeutral(word));
    }

    [Fact]
    public void Who_filled_it_in_is_a_person_by_whichever_field_tells()
    {
        var form = Filled.Form(("Who?", "We asked Helene."));

        Assert.True(new AnswerPassages(form).Names.IsPerson("hartley"));
        Assert.True(new AnswerPassages(form with { Name = "", FirstName = "Ines", LastName = "Faro" }).Names.IsPerson("faro"));
        Assert.True(new AnswerPassages(form).Names.IsName("helene"));
        Assert.True(new AnswerPassages(Filled.Form(("Did Oluwa or Helene ask?", "No"))).Names.IsName("helene"));
        Assert.False(new AnswerPassages(form with { Name = "" }).Names.IsPerson("hartley"));
    }

    [Theory]
    [InlineData("The team has no budget for this", "en")]
    [InlineData("Das Team hat dafür leider kein Budget", "de")]
    public void Language_is_that_of_the_answers(string answer, string code) =>
        Assert.Equal(code, new AnswerPassages(Filled.Form(("Why?", answer))).Language.Code);

    private static Claim? Prove(string text, string quote, bool mayQuote, params (string Question, string Answer)[] answers) =>
        new AnswerPassages(Filled.Form(answers)).Prove(new AnswerClaim("", quote, text), mayQuote);
}
