namespace SalesIntel.Extraction;

/// <summary>What a claim may negate, and what it may not assert.</summary>
public sealed class NegationCheckTests
{
    [Theory]
    [InlineData("en", "We have a budget.", "They have a budget", Agreement.Agrees)]
    [InlineData("en", "We have a budget.", "They have no budget", Agreement.Differs)]
    [InlineData("en", "We have no budget.", "They have a budget", Agreement.Differs)]
    [InlineData("en", "We have no budget.", "They have no budget", Agreement.Agrees)]
    [InlineData("en", "We don't go live until September.", "Go-live in September at the earliest", Agreement.Open)]
    [InlineData("en", "The clause is not negotiable.", "A non-negotiable clause", Agreement.Open)]
    [InlineData("en", "The clause is non-negotiable.", "The clause is not non-negotiable", Agreement.Open)]
    [InlineData("en", "We pay four hundred rather than nine hundred.", "They pay nine hundred", Agreement.Open)]
    [InlineData("en", "The budget is not approved.", "The budget is not approved", Agreement.Agrees)]
    [InlineData("en", "The budget is not approved.", "The budget is approved", Agreement.Differs)]
    [InlineData("en", "The budget is not approved.", "There is a budget", Agreement.Agrees)]
    [InlineData("en", "We pay in cash.", "They have no wallet", Agreement.Open)]
    [InlineData("en", "Neither Ann nor Ben can stop it, only Kim can.", "Only Kim can stop it", Agreement.Open)]
    [InlineData("en", "Neither Ann nor Ben can stop it, only Kim can.", "Ann and Ben can stop it", Agreement.Differs)]
    [InlineData("en", "Hardly any clerk moans about pay; most moan about noise.", "Most clerks moan about noise", Agreement.Open)]
    [InlineData("en", "We do not use Pipit, and everything else is paper.", "They use Pipit", Agreement.Differs)]
    [InlineData("en", "Nobody signs it, except Ann.", "Ann signs it", Agreement.Open)]
    [InlineData("de", "Weder Ann noch Ben können das stoppen, das kann nur Kim.", "Nur Kim kann das stoppen", Agreement.Open)]
    [InlineData("de", "Das Recht muss es aber nicht prüfen.", "Das Recht muss es prüfen", Agreement.Differs)]
    [InlineData("de", "Wir haben kein Budget.", "Das Budget ist da", Agreement.Differs)]
    [InlineData("de", "Wir haben ein Budget.", "Sie haben kein Budget", Agreement.Differs)]
    [InlineData("fr", "On n'a pas de budget pour cela.", "Ils ont un budget pour cela", Agreement.Differs)]
    [InlineData("fr", "On n'y arrive plus avec Excel.", "On arrive avec Excel", Agreement.Differs)]
    [InlineData("es", "No tenemos presupuesto para esto.", "Tienen presupuesto para esto", Agreement.Differs)]
    [InlineData("pt", "Não temos orçamento para isso.", "Têm orçamento para isso", Agreement.Differs)]
    public void Negation_is_that_of_the_quote(string language, string quote, string claim, object agreement) =>
        Check(quote, claim, agreement, language);

    // A short "no" answers what was asked.
    [Theory]
    [InlineData("en", "Is a proof a must?", "No, it isn't, but a log is compulsory.", "A proof is compulsory", Agreement.Open)]
    [InlineData("en", "Is a proof a must?", "No, it isn't, but a log is compulsory.", "A log is compulsory", Agreement.Agrees)]
    [InlineData("en", "Has the board approved the purchase?", "Not yet.", "The board has approved the purchase", Agreement.Differs)]
    [InlineData("en", "Has the board approved the purchase?", "Not yet.", "The board has not approved the purchase", Agreement.Open)]
    [InlineData("en", "Has the board approved the purchase?", "Nope.", "The board has approved the purchase", Agreement.Differs)]
    [InlineData("en", "Has the board approved the purchase?", "Not so far, no.", "The board has approved the purchase", Agreement.Differs)]
    [InlineData("en", "Does the controller sign?", "Hardly ever.", "The controller signs", Agreement.Differs)]
    [InlineData("en", "Has the board approved it?", "No, the owner did.", "The board has approved it", Agreement.Differs)]
    [InlineData("en", "Has the board approved it?", "No, the owner approved it.", "The owner approved it", Agreement.Agrees)]
    [InlineData("en", "When does the board meet?", "It was moved, it is the fourteenth, not the twenty-first.", "The board meets on the fourteenth", Agreement.Agrees)]
    [InlineData("en", "Has the board approved it?", "Yes.", "The board has approved it", Agreement.Agrees)]
    [InlineData("en", "Has the board approved it?", "Nobody there reads the terms.", "The board has approved it", Agreement.Agrees)]
    [InlineData("de", "Hat der Vorstand zugestimmt?", "Noch nicht.", "Der Vorstand hat zugestimmt", Agreement.Differs)]
    [InlineData("fr", "Le conseil a validé ?", "Non, pas du tout.", "Le conseil a validé", Agreement.Differs)]
    [InlineData("fr", "Le conseil a validé ?", "Pas encore.", "Le conseil a validé", Agreement.Differs)]
    [InlineData("es", "¿El gerente aprobó la compra?", "Todavía no.", "El gerente aprobó la compra", Agreement.Differs)]
    [InlineData("pt", "O diretor aprovou a compra?", "Ainda não.", "O diretor aprovou a compra", Agreement.Differs)]
    public void Short_no_denies_what_was_asked(string language, string question, string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NegationCheck.Of(Said.Text(claim, language), Said.Passage(quote, language, around: question)));

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
