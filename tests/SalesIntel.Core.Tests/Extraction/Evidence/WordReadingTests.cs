namespace SalesIntel.Extraction;

/// <summary>How a text is taken apart into words, clauses and sentences, which words are the same, and which are negated.</summary>
public sealed class WordReadingTests
{
    [Theory]
    [InlineData("We don't pay.", "we not pay")]
    [InlineData("They'll pay Helene's bill", "they pay helene bill")]
    [InlineData("l'équipe d'un", "l equipe d un")]
    [InlineData("Où ça", "ou ca")]
    public void Words_are_folded_and_contractions_taken_apart(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TokenReader.Words(text)));

    [Theory]
    [InlineData("One two. Three, four? Five", "One:0.0! two:0.0 Three:1.1! four:1.2 Five:2.3!")]
    [InlineData("Dr. Berg pays", "Dr:0.0! Berg:1.1! pays:1.1")]
    [InlineData("It costs 4,500 now", "It:0.0! costs:0.0 4:0.0 500:0.0 now:0.0")]
    [InlineData("e.g. this", "e:0.0! g:0.0 this:0.0")]
    [InlineData("Ann: yes", "Ann:0.0! yes:0.1!")]
    [InlineData("a (b) c", "a:0.0! b:0.1 c:0.2")]
    [InlineData("one\ntwo", "one:0.0! two:1.1!")]
    [InlineData("by J. Berg", "by:0.0! J:0.0 Berg:0.0")]
    public void Sentences_and_clauses_are_told_apart(string text, string expected) => Assert.Equal(
        expected,
        string.Join(' ', TokenReader.Read(text).Select(token =>
            $"{text[token.Start..token.End]}:{token.Sentence}.{token.Clause}{(token.IsFirst ? "!" : "")}")));

    [Theory]
    [InlineData("Anna", true, false)]
    [InlineData("anna", false, false)]
    [InlineData("IT", true, true)]
    [InlineData("eCommerce", false, true)]
    [InlineData("GoVisual", true, true)]
    [InlineData("X", true, false)]
    public void Capitals_are_seen(string word, bool isCapital, bool isAcronym)
    {
        var token = Assert.Single(TokenReader.Read(word));

        Assert.Equal((isCapital, isAcronym), (token.IsCapital, token.IsAcronym));
    }

    [Theory]
    [InlineData("approve", "approved", true)]
    [InlineData("approve", "approval", true)]
    [InlineData("approves", "approving", true)]
    [InlineData("use", "using", true)]
    [InlineData("budget", "budgets", true)]
    [InlineData("freigabe", "budgetfreigabe", true)]
    [InlineData("art", "smart", false)]
    [InlineData("it", "is", false)]
    [InlineData("us", "use", false)]
    [InlineData("page", "paper", false)]
    [InlineData("contract", "contact", false)]
    [InlineData("tool", "tools", true)]
    [InlineData("tool", "tool", true)]
    [InlineData("plan", "planet", true)]
    [InlineData("price", "prince", false)]
    [InlineData("a", "a", true)]
    public void Forms_of_a_word_are_the_same_whichever_comes_first(string left, string right, bool same)
    {
        Assert.Equal(same, Stems.AreSame(left, right));
        Assert.Equal(same, Stems.AreSame(right, left));
    }

    [Theory]
    [InlineData("approved", "approv")]
    [InlineData("using", "us")]
    [InlineData("ring", "ring")]
    [InlineData("studies", "stud")]
    [InlineData("bus", "bus")]
    [InlineData("is", "is")]
    [InlineData("the", "th")]
    public void Stem_is_the_word_without_its_ending(string word, string stem) => Assert.Equal(stem, Stems.Of(word));

    [Theory]
    [InlineData("single sign on", 0, 3)]
    [InlineData("single sign of", 0, 1)]
    [InlineData("we sign on", 1, 2)]
    [InlineData("approvals", 0, 1)]
    [InlineData("approve", 0, 0)]
    [InlineData("sign", 0, 0)]
    public void Longest_phrase_is_found(string text, int at, int length)
    {
        var set = PhraseSet.Union([new PhraseSet(["single", "single sign on", "approval*"]), new PhraseSet(["sign on", "single sign on"])]);

        Assert.Equal(length, set.At(TokenReader.Read(text), at));
        Assert.Equal(length > 0 || text.Contains("sign on", StringComparison.Ordinal), set.IsIn(TokenReader.Read(text)));
    }

    [Fact]
    public void Phrases_are_counted_without_those_within_others()
    {
        var set = new PhraseSet(["single sign on", "sign on", "sso"]);

        Assert.Equal(3, set.Count(TokenReader.Read("single sign on, sso and sign on")));
        Assert.Equal(0, set.Count(TokenReader.Read("nothing")));
    }

    [Fact]
    public void Phrase_has_its_meaning()
    {
        var map = new PhraseMap(["next week = week 1", "next = 1", "in a week= week 2"]);

        Assert.Equal((2, "week 1"), (map.At(TokenReader.Read("next week"), 0, out var week), week));
        Assert.Equal((1, "1"), (map.At(TokenReader.Read("next month"), 0, out var next), next));
        Assert.Equal((0, ""), (map.At(TokenReader.Read("week"), 0, out var none), none));
        Assert.Equal((true, false, false), (map.Has("next"), map.Has("in"), map.Has("week")));
        Assert.Equal(["next"], map.Words);
    }

    [Theory]
    [InlineData("The budget is not approved", "the:Subject budget:Subject is:Subject not:Negative approved:Negative")]
    [InlineData("We have a budget", "we:Positive have:Positive a:Positive budget:Positive")]
    [InlineData("No sign-on, no deal", "no:Open sign:Open on:Open no:Open deal:Open")]
    public void Negation_reaches_what_follows_in_its_clause(string text, string expected)
    {
        var read = new ReadText(text, LanguageWords.All[0]);

        Assert.Equal(expected, string.Join(' ', read.Tokens.Select((token, i) => $"{token.Text}:{read.Polarities[i]}")));
        Assert.Equal(text.Contains("not", StringComparison.Ordinal) || text.StartsWith("No", StringComparison.Ordinal), read.Polarities.HasNegation);
    }

    [Theory]
    [InlineData("The team has no budget", "en")]
    [InlineData("Das Team hat kein Budget", "de")]
    [InlineData("Nous n'avons pas de budget pour cela", "fr")]
    [InlineData("No tenemos presupuesto para esto", "es")]
    [InlineData("Não temos orçamento para isso", "pt")]
    public void Small_words_tell_the_language(string text, string code) => Assert.Equal(code, new ReadText(text, LanguageWords.All[0]).Language.Code);

    [Theory]
    [InlineData("Hallo", true)]
    [InlineData("こんにちは", false)]
    [InlineData("123", null)]
    public void Script_is_seen(string text, bool? isLatin) => Assert.Equal(isLatin, new ReadText(text, LanguageWords.All[0]).IsLatin);

    [Fact]
    public void Sentences_are_texts_of_their_own()
    {
        var text = new ReadText("We pay. They wait! Who knows?", LanguageWords.All[0]);

        Assert.Equal(("We pay.", "They wait! Who knows?", ""), (text.TextOf(0, 0), text.TextOf(1, 2), text.TextOf(3, 3)));
        Assert.Same(text.Sentences(1, 1), text.Sentences(1, 1));
        Assert.Equal("They wait!", text.Sentences(1, 1).Text);
        Assert.Equal([1], text.PlacesOf("paying").ToArray());
        Assert.Empty(text.PlacesOf("budget").ToArray());
    }
}
