namespace SalesIntel.Extraction;

/// <summary>Who does what, what is how, and which way it goes is part of what is said: a claim that has all of its words and another
/// belonging is a reading.</summary>
public sealed class BelongingTests
{
    [Theory]
    [InlineData("en", "Nora drafts the tender, Amos audits it and Ravi signs.", "Amos signs", true)]
    [InlineData("en", "Nora drafts the tender, Amos audits it and Ravi signs.", "Ravi signs", false)]
    [InlineData("en", "Nora drafts the tender, Amos audits it and Ravi signs.", "Amos audits it, Ravi signs", false)]
    [InlineData("en", "Nora drafts the tender, Amos audits it and Ravi signs.", "Ravi audits it", true)]
    [InlineData("en", "I draft the tender, Amos audits it.", "Amos drafts the tender", true)]
    [InlineData("en", "The kiln is old, but the glaze is new.", "The glaze is old", true)]
    [InlineData("en", "The kiln is old, but the glaze is new.", "The kiln is old", false)]
    [InlineData("en", "Offers are drafted by sales and cleared by the treasurer.", "Sales clears offers", true)]
    [InlineData("en", "Offers are drafted by sales and cleared by the treasurer.", "Sales drafts offers, the treasurer clears them", false)]
    [InlineData("en", "We had Pipit for years and moved to Quillon in May.", "They moved to Pipit in May", true)]
    [InlineData("en", "We had Pipit for years and moved to Quillon in May.", "They moved from Pipit to Quillon in May", false)]
    [InlineData("en", "Odile is our treasurer. She clears what we buy.", "Odile clears it", false)]
    [InlineData("en", "She left in June. Per Lund runs it now.", "Per Lund left in June", true)]
    [InlineData("en", "Last year we had 40k, this year we have 12k.", "40k this year", true)]
    [InlineData("en", "Last year we had 40k, this year we have 12k.", "12k this year", false)]
    [InlineData("en", "Last year we had 40k, this year we have 12k.", "Budget of 40k", true)]
    [InlineData("en", "Last year we had 40k, this year we have 12k.", "Budget of 12k", false)]
    [InlineData("en", "Last year we had 40k for kilns.", "Budget of 40k for kilns", true)]
    [InlineData("en", "Last year we had 40k for kilns.", "They had 40k for kilns", false)]
    [InlineData("en", "Twelve hundred on a plain day, three thousand before the fair.", "3,000 on a plain day", true)]
    [InlineData("en", "Twelve hundred on a plain day, three thousand before the fair.", "1,200 on a plain day", false)]
    [InlineData("en", "We win eleven bids, it used to be twenty.", "20 bids", true)]
    [InlineData("en", "The council isn't asked this time, only the panel.", "The panel isn't asked this time", true)]
    [InlineData("en", "Eight of us now, eleven by summer.", "11", true)]
    [InlineData("en", "Eight of us now, eleven by summer.", "8", false)]
    [InlineData("de", "Zurzeit sechs, ab Herbst neun.", "9", true)]
    [InlineData("de", "Zurzeit sechs, ab Herbst neun.", "6", false)]
    [InlineData("fr", "Sept aujourd'hui, dix cet été.", "10", true)]
    [InlineData("es", "El año pasado teníamos 15.000.", "Presupuesto de 15.000", true)]
    [InlineData("pt", "No ano passado tínhamos 10.000.", "Orçamento de 10.000", true)]
    [InlineData("en", "The licence ends in May, and from July we need a spare.", "They need a spare in May", true)]
    [InlineData("en", "Send me the tender by Friday and I take it to Ravi Iyer.", "Take the tender to Ravi Iyer", false)]
    [InlineData("de", "Nora schreibt das Angebot, Amos Brandt prüft es.", "Amos Brandt schreibt das Angebot", true)]
    [InlineData("de", "Nora schreibt das Angebot, Amos Brandt prüft es.", "Amos Brandt prüft es", false)]
    [InlineData("de", "Der Ofen ist alt, aber die Glasur ist neu.", "Die Glasur ist alt", true)]
    [InlineData("fr", "Nora rédige l'offre, Amos la vérifie et Ravi signe.", "Amos signe", true)]
    [InlineData("fr", "Nora rédige l'offre, Amos la vérifie et Ravi signe.", "Ravi signe", false)]
    [InlineData("es", "Yo redacto la oferta, Amos la revisa.", "Amos redacta la oferta", true)]
    [InlineData("es", "Mi equipo redacta la oferta y Amos la revisa.", "Amos la revisa", false)]
    [InlineData("pt", "Eu escrevo a proposta, o Amos revê tudo.", "O Amos escreve a proposta", true)]
    [InlineData("pt", "Eu escrevo a proposta, o Amos revê tudo.", "O Amos revê tudo", false)]
    public void What_one_does_another_one_does_not(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Pipit is cheaper than Quillon.", "Quillon is cheaper than Pipit", true)]
    [InlineData("en", "Pipit is cheaper than Quillon.", "Pipit is cheaper than Quillon", false)]
    [InlineData("en", "We lose more bids to delays than to price.", "They lose more bids to price than to delays", true)]
    [InlineData("en", "Drafts go from the studio to the kiln.", "Drafts go from the kiln to the studio", true)]
    [InlineData("en", "Drafts go from the studio to the kiln.", "Drafts go to the kiln", false)]
    [InlineData("en", "Nora has to convince Amos.", "Amos has to convince Nora", true)]
    [InlineData("en", "Pipit was replaced by Quillon.", "Quillon was replaced by Pipit", true)]
    [InlineData("en", "Pipit was replaced by Quillon.", "Quillon replaced Pipit", false)]
    [InlineData("en", "Nora trusts Amos, not Amos Nora.", "Nora trusts Amos", false)]
    [InlineData("de", "Pipit ist günstiger als Quillon.", "Quillon ist günstiger als Pipit", true)]
    [InlineData("fr", "Pipit est moins cher que Quillon.", "Quillon est moins cher que Pipit", true)]
    [InlineData("es", "Pipit es más barato que Quillon.", "Quillon es más barato que Pipit", true)]
    [InlineData("pt", "O Pipit é mais barato que o Quillon.", "O Quillon é mais barato que o Pipit", true)]
    public void Which_way_it_goes_is_kept(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Amos thinks the kiln is cold.", "The kiln is cold", true)]
    [InlineData("en", "Amos thinks the kiln is cold.", "Amos thinks the kiln is cold", false)]
    [InlineData("en", "The kiln is cold, and Amos thinks it is broken.", "The kiln is cold", false)]
    [InlineData("en", "I doubt that the kiln is ready.", "The kiln is ready", true)]
    [InlineData("de", "Amos glaubt, der Ofen ist kalt.", "Der Ofen ist kalt", true)]
    [InlineData("fr", "Amos croit le four froid.", "Le four est froid", true)]
    [InlineData("es", "Amos cree que el horno es lento.", "El horno es lento", true)]
    [InlineData("pt", "O Amos acha o forno lento.", "O forno é lento", true)]
    public void Opinion_of_somebody_is_no_fact(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Only the night shift is late.", "The night shift is also late", true)]
    [InlineData("en", "Only the night shift is late.", "The night shift is late", false)]
    [InlineData("en", "Not everybody likes the kiln.", "Nobody likes the kiln", true)]
    [InlineData("en", "Not everybody likes the kiln.", "Not everybody likes the kiln", false)]
    [InlineData("en", "We test in two plants, not in all.", "Test in all plants", true)]
    [InlineData("en", "All plants but Hull agreed.", "Hull agreed", true)]
    [InlineData("en", "All plants but Hull agreed.", "All plants but Hull agreed", false)]
    [InlineData("en", "We glaze every other week.", "They glaze every week", true)]
    [InlineData("en", "They glaze every other month.", "They glaze every month", true)]
    [InlineData("en", "It is glazed the next day.", "It is glazed the same day", true)]
    [InlineData("en", "Two kilns at 900 each.", "Two kilns at 900 together", true)]
    [InlineData("en", "It was ten before the fair.", "It was ten since the fair", true)]
    [InlineData("es", "El horno no hace falta.", "El horno es imprescindible", true)]
    [InlineData("pt", "Só é cozido no dia seguinte.", "É cozido no mesmo dia", true)]
    [InlineData("en", "I would buy it.", "They will buy it", true)]
    [InlineData("de", "Nur die Nachtschicht hat das.", "Auch die Nachtschicht hat das", true)]
    [InlineData("de", "Nicht alle mögen den Ofen.", "Niemand mag den Ofen", true)]
    [InlineData("de", "Legal kann prüfen, muss aber nicht.", "Legal muss prüfen", true)]
    [InlineData("fr", "Seule l'équipe de nuit est en retard.", "L'équipe de nuit aussi est en retard", true)]
    [InlineData("es", "No a todos les gusta el horno.", "A nadie le gusta el horno", true)]
    [InlineData("pt", "Só a equipa da noite tem atrasos.", "A equipa da noite também tem atrasos", true)]
    public void Reach_is_neither_widened_nor_narrowed(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("First Amos scores the bids, then I haggle.", "Nora scores the bids", true)]
    [InlineData("First Amos scores the bids, then I haggle.", "Nora haggles", false)]
    [InlineData("First Amos scores the bids, then I haggle.", "Amos haggles", true)]
    public void Speaker_does_what_he_says_of_himself(string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees,
        ScopeCheck.Of(Said.Text(claim), Said.Passage(quote, speaker: "Nora Holm", people: "Nora Holm|Amos Brandt")));

    private static void Check(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees,
        ScopeCheck.Of(Said.Text(claim, language), Said.Passage(quote, language, people: "Nora Holm|Amos Brandt|Ravi Iyer")));
}
