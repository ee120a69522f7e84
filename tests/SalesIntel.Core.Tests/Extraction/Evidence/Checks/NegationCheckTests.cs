namespace SalesIntel.Extraction;

/// <summary>What a claim may negate, and what it may not assert.</summary>
public sealed class NegationCheckTests
{
    [Theory]
    [InlineData("en", "We have a budget.", "They have a budget", Agreement.Agrees)]
    [InlineData("en", "We have a budget.", "They have no budget", Agreement.Differs)]
    [InlineData("en", "We have no budget.", "They have a budget", Agreement.Differs)]
    [InlineData("en", "We have no budget.", "They have no budget", Agreement.Agrees)]
    [InlineData("en", "The budget is not approved.", "The budget is not approved", Agreement.Agrees)]
    [InlineData("en", "The budget is not approved.", "The budget is approved", Agreement.Differs)]
    [InlineData("en", "The budget is not approved.", "There is a budget", Agreement.Agrees)]
    [InlineData("en", "We pay in cash.", "They have no wallet", Agreement.Open)]
    [InlineData("de", "Wir haben kein Budget.", "Das Budget ist da", Agreement.Differs)]
    [InlineData("de", "Wir haben ein Budget.", "Sie haben kein Budget", Agreement.Differs)]
    [InlineData("fr", "On n'a pas de budget pour cela.", "Ils ont un budget pour cela", Agreement.Differs)]
    [InlineData("fr", "On n'y arrive plus avec Excel.", "On arrive avec Excel", Agreement.Differs)]
    [InlineData("es", "No tenemos presupuesto para esto.", "Tienen presupuesto para esto", Agreement.Differs)]
    [InlineData("pt", "Não temos orçamento para isso.", "Têm orçamento para isso", Agreement.Differs)]
    public void Negation_is_that_of_the_quote(string language, string quote, string claim, object agreement) =>
        Check(quote, claim, agreement, language);

    // Words that say nothing by themselves are turned round all the same.
    [Theory]
    [InlineData("It is not on us.", "It is on us", Agreement.Differs)]
    [InlineData("It is not on us.", "It is now on us", Agreement.Differs)]
    [InlineData("It is not on us.", "It is not on us", Agreement.Open)]
    [InlineData("It is not on us.", "It is on them", Agreement.Agrees)]
    [InlineData("It is not on us.", "It is on", Agreement.Agrees)]
    [InlineData("It is not on.", "It is on", Agreement.Differs)]
    [InlineData("It is not on.", "It is on us", Agreement.Agrees)]
    [InlineData("It is not on.", "It is so", Agreement.Agrees)]
    [InlineData("It is not on. They do it.", "It is on", Agreement.Differs)]
    [InlineData("They have it. It is not on.", "It is on", Agreement.Differs)]
    [InlineData("It is not on us, it is now on us.", "It is on us", Agreement.Agrees)]
    [InlineData("It is not on us, it was now on us.", "It is on us", Agreement.Differs)]
    [InlineData("Not on us, it is.", "It is on us", Agreement.Agrees)]
    [InlineData("It is on us, is it not", "It is on us", Agreement.Agrees)]
    public void Words_around_a_negation_are_not_said_without_it(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("No sign-on, no deal.", "No sign-on, no deal", Agreement.Agrees)]
    [InlineData("We need the sign-on for a deal.", "No sign-on, no deal", Agreement.Open)]
    [InlineData("Nobody signs except Anna.", "Everybody signs", Agreement.Open)]
    [InlineData("If legal agrees, we sign.", "Legal agrees", Agreement.Open)]
    [InlineData("If legal agrees, we sign.", "If legal agrees, they sign", Agreement.Agrees)]
    [InlineData("If legal agrees, we sign.", "They sign", Agreement.Agrees)]
    [InlineData("We have no budget, but the budget comes.", "The budget comes", Agreement.Agrees)]
    public void What_words_do_not_tell_is_open(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("That is all we know so far.", "We have a budget.", "They have no budget", Agreement.Open)]
    [InlineData("That is all we know so far.", "We have no budget.", "They have no budget", Agreement.Agrees)]
    [InlineData("That is all we know so far.", "We have no budget.", "They have a budget", Agreement.Agrees)]
    public void Neighbour_alone_contradicts_nothing(string quote, string around, string claim, object agreement) =>
        Assert.Equal(agreement, NegationCheck.Of(Said.Text(claim), Said.Passage(quote, around: around)));

    [Theory]
    [InlineData("en", "We lack checks.", "They have no checks", Agreement.Open)]
    [InlineData("en", "We have no checks.", "Checks are missing", Agreement.Open)]
    [InlineData("en", "We never miss checks.", "They miss checks", Agreement.Differs)]
    [InlineData("en", "We miss checks.", "They never miss checks", Agreement.Differs)]
    [InlineData("en", "We have no checks.", "They have checks. Files are lost", Agreement.Differs)]
    [InlineData("en", "We have no checks.", "Files are lost. They have checks", Agreement.Differs)]
    [InlineData("en", "We have no checks.", "They do checks, files are lost", Agreement.Open)]
    [InlineData("en", "We never miss a deadline.", "They meet each deadline", Agreement.Open)]
    [InlineData("en", "We never move a deadline, and miss checks.", "They move each deadline", Agreement.Differs)]
    [InlineData("de", "Uns fehlen Prüfungen.", "Sie haben keine Prüfungen", Agreement.Open)]
    [InlineData("fr", "Il manque des contrôles chez nous.", "Ils n'ont pas de contrôles", Agreement.Open)]
    [InlineData("es", "Nos faltan controles en la planta.", "No tienen controles en la planta", Agreement.Open)]
    [InlineData("pt", "Faltam controles na nossa fábrica.", "Não têm controles na fábrica", Agreement.Open)]
    public void Lack_may_stand_for_a_negation(string language, string quote, string claim, object agreement) =>
        Check(quote, claim, agreement, language);

    [Theory]
    [InlineData("It is not ten clerks.", "10 clerks", Agreement.Differs)]
    [InlineData("It is ten clerks.", "Not 10 clerks", Agreement.Differs)]
    [InlineData("It is ten clerks.", "10 clerks", Agreement.Agrees)]
    [InlineData("It may not go above ten.", "10 it is", Agreement.Agrees)]
    [InlineData("It may not be above some ten.", "10 it is", Agreement.Agrees)]
    [InlineData("It goes to ten.", "It may not go above ten", Agreement.Open)]
    [InlineData("There is no one.", "There is one", Agreement.Differs)]
    public void Number_is_denied_unless_it_is_a_limit(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("Testing must not last longer than one day.", "Testing lasts one day at most", Agreement.Open)]
    [InlineData("Testing must not last longer than ten rounds.", "Testing lasts ten rounds at most", Agreement.Open)]
    [InlineData("Testing must not last longer than ten rounds.", "Testing lasts long", Agreement.Differs)]
    [InlineData("Testing must not last ten rounds.", "Testing lasts ten rounds at most", Agreement.Differs)]
    [InlineData("Testing must not last longer than one clerk.", "Testing lasts one clerk at most", Agreement.Differs)]
    [InlineData("Testing must not start later than May.", "Testing starts in May at the latest", Agreement.Open)]
    [InlineData("Testing starts in May at the latest.", "Testing does not start later than May", Agreement.Open)]
    [InlineData("We do not sign before the trial.", "They sign only after the trial", Agreement.Open)]
    [InlineData("We do not sign before the trial.", "They sign before the trial", Agreement.Differs)]
    [InlineData("We do not sign a trial.", "They only sign a trial", Agreement.Differs)]
    public void Limit_may_be_said_with_a_negation_or_without(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    private static void Check(string quote, string claim, object agreement, string language = "en") =>
        Assert.Equal(agreement, NegationCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
