namespace SalesIntel.Extraction;

/// <summary>Which numbers of a claim are ends of a range, or limits, that its quote does not make them.</summary>
public sealed class LimitCheckTests
{
    [Theory]
    [InlineData("It takes three to four weeks.", "It takes weeks", false)]
    [InlineData("It takes three to four weeks.", "3 to 4 weeks", false)]
    [InlineData("It takes three to four weeks.", "4 weeks", true)]
    [InlineData("It takes three or four weeks.", "3 weeks", true)]
    [InlineData("It takes 3-4 weeks.", "3 weeks", true)]
    [InlineData("It takes 3 – 4 weeks.", "4 weeks", true)]
    [InlineData("It takes 3, 4 weeks.", "4 weeks", false)]
    [InlineData("It takes two weeks to three weeks.", "2 weeks", true)]
    [InlineData("It takes two clerks to three managers.", "2 clerks", false)]
    [InlineData("It takes two whole weeks and then to three.", "3", false)]
    [InlineData("It takes two and five weeks.", "5 weeks", false)]
    [InlineData("It takes between two and five weeks.", "5 weeks", true)]
    [InlineData("It takes between about two and five weeks.", "5 weeks", true)]
    [InlineData("It takes between a very good two and five weeks.", "5 weeks", false)]
    [InlineData("Between two and five weeks.", "2 to 5 weeks", false)]
    [InlineData("It takes two, and then from three to four weeks.", "2 weeks", false)]
    [InlineData("It takes three to four weeks, then six.", "6 weeks", false)]
    [InlineData("First it was three to three weeks.", "At most 3 weeks", true)]
    public void One_end_is_not_the_range(string quote, string claim, bool isOpen) => Check("en", quote, claim, isOpen);

    [Theory]
    [InlineData("It takes ten weeks.", "It takes 10 weeks", false)]
    [InlineData("It takes at most ten weeks.", "It takes 10 weeks", true)]
    [InlineData("It takes ten weeks.", "It takes at most 10 weeks", true)]
    [InlineData("It takes at most ten weeks.", "It takes 10 weeks at most", false)]
    [InlineData("It takes ten weeks at most.", "It takes at most 10 weeks", false)]
    [InlineData("It takes ten weeks at most.", "It takes at least 10 weeks", true)]
    [InlineData("It takes at most ten weeks.", "It takes at most 12 weeks", false)]
    [InlineData("It takes at most, ten weeks.", "It takes 10 weeks", false)]
    [InlineData("It takes at most some really good ten weeks.", "It takes 10 weeks", false)]
    [InlineData("It takes at most some good ten weeks.", "It takes 10 weeks", true)]
    [InlineData("It changes over about forty items.", "40 items", false)]
    [InlineData("It is over the forty items.", "Over 40 items", false)]
    [InlineData("It is over the forty items.", "40 items", true)]
    [InlineData("Over forty items.", "40 items", true)]
    [InlineData("It must not be under ten.", "At least 10", false)]
    [InlineData("It must not be under ten.", "Under 10", true)]
    [InlineData("It must not cost at least ten.", "At most 10", false)]
    [InlineData("That is not it, so at least ten.", "At least 10", false)]
    [InlineData("It must be ten max.", "At most 10", false)]
    [InlineData("It must be ten clerks each maximum.", "At most 10 clerks", false)]
    [InlineData("It must be ten clerks per site maximum.", "At most 10 clerks", true)]
    [InlineData("It must be ten, maximum.", "At most 10", true)]
    [InlineData("It must be ten or at most twenty clerks.", "At most 20 clerks", false)]
    [InlineData("It is ten plus twenty clerks.", "10 clerks", false)]
    [InlineData("It is ten, and later at most ten.", "10", false)]
    public void Limit_is_that_of_the_quote(string quote, string claim, bool isOpen) => Check("en", quote, claim, isOpen);

    [Theory]
    [InlineData("Before 5 May we start.", "From 5 May", false)]
    [InlineData("We start from 5 May.", "Start on 5 May", false)]
    [InlineData("We start on 5 May with five clerks.", "At most 5 clerks", true)]
    [InlineData("We start on 5 May.", "At most 5 clerks", false)]
    public void Day_of_a_date_is_no_limit(string quote, string claim, bool isOpen) => Check("en", quote, claim, isOpen);

    [Theory]
    [InlineData("It takes ten weeks, or twelve.", "At most 10-12 weeks", false)]
    [InlineData("It takes at most ten weeks, or twelve.", "10 or 12 weeks", false)]
    public void End_of_a_range_is_no_limit(string quote, string claim, bool isOpen) => Check("en", quote, claim, isOpen);

    [Theory]
    [InlineData("de", "Es kostet höchstens zehntausend.", "10.000 mindestens", true)]
    [InlineData("de", "Es kostet höchstens zehntausend.", "10.000 maximal", false)]
    [InlineData("de", "Zwischen vier und sechs Wochen.", "6 Wochen", true)]
    [InlineData("de", "Vier und sechs Wochen.", "6 Wochen", false)]
    [InlineData("fr", "Cela coûte au plus dix mille euros.", "Au moins 10 000 euros", true)]
    [InlineData("fr", "Cela coûte dix mille euros au plus.", "Au maximum 10 000 euros", false)]
    [InlineData("fr", "Entre quatre et six semaines.", "6 semaines", true)]
    [InlineData("fr", "Quatre ou six semaines.", "6 semaines", true)]
    [InlineData("es", "Cuesta como mucho diez mil euros.", "Al menos 10.000 euros", true)]
    [InlineData("es", "Cuesta diez mil euros como mucho.", "Como máximo 10.000 euros", false)]
    [InlineData("es", "De cuatro a seis semanas.", "4 semanas", true)]
    [InlineData("pt", "Custa no máximo dez mil reais.", "Pelo menos 10.000 reais", true)]
    [InlineData("pt", "Custa dez mil reais no máximo.", "No máximo 10.000 reais", false)]
    [InlineData("pt", "Entre quatro e seis semanas.", "4 semanas", true)]
    public void Limit_is_read_in_each_language(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    private static void Check(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, LimitCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
