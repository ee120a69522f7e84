namespace SalesIntel.Extraction;

/// <summary>What a claim may not make of the time, the limits and the reach of its quote: where it does, the quote is written.</summary>
public class ScopeCheckTests
{
    [Theory]
    [InlineData("en", "We plan to sign in May.", "They signed in May", true)]
    [InlineData("en", "We plan to sign in May.", "They have signed", true)]
    [InlineData("en", "We plan to sign in May.", "They plan to sign in May", false)]
    [InlineData("en", "We plan to sign in May.", "Signature in May", false)]
    [InlineData("en", "I'll bring the clerks along.", "The clerks were brought along", true)]
    [InlineData("en", "We used to have two clerks.", "They have two clerks", true)]
    [InlineData("en", "We used to have two clerks.", "Two clerks", true)]
    [InlineData("en", "We spent forty thousand.", "They spend forty thousand", true)]
    [InlineData("en", "We have two clerks.", "They used to have two clerks", true)]
    [InlineData("en", "I asked the board, and I will bring the clerks along.", "Ann brought the clerks along", true)]
    [InlineData("en", "I asked the board, and I will bring the clerks along.", "Ann asked the board", false)]
    [InlineData("de", "Wir wollen im Juni entscheiden.", "Sie haben im Juni entschieden", true)]
    [InlineData("de", "Wir wollen im Juni entscheiden.", "Entscheidung im Juni geplant", false)]
    [InlineData("de", "Früher saßen fünf Leute dort, jetzt sind es drei.", "Dort sitzen fünf Leute", true)]
    [InlineData("de", "Ich habe den Chef gefragt und werde den Test betreuen.", "Sie hat den Test betreut", true)]
    [InlineData("fr", "On fera un essai à Quimper.", "Ils ont fait un essai à Quimper", true)]
    [InlineData("fr", "On fera un essai à Quimper.", "Essai à Quimper", false)]
    [InlineData("fr", "Le service relit le contrat.", "Le service a relu le contrat", true)]
    [InlineData("fr", "Avant, j'avais une assistante.", "Elle a une assistante", true)]
    [InlineData("es", "Haremos una prueba en Altea.", "Hicieron una prueba en Altea", true)]
    [InlineData("es", "Tenemos previsto arrancar en mayo.", "Arrancaron en mayo", true)]
    [InlineData("es", "Haremos una prueba en Altea.", "Prueba en Altea", false)]
    [InlineData("pt", "Pretendemos começar em novembro.", "Começaram em novembro", true)]
    [InlineData("pt", "Antigamente fazíamos dois inventários.", "Fazem dois inventários", true)]
    [InlineData("pt", "Vamos fazer um piloto em Betim.", "Piloto em Betim", false)]
    public void Other_time_is_open(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, TenseCheck.Of(Text(claim, language), Passage(quote, language)));

    [Theory]
    [InlineData("en", "A trial takes three to four weeks.", "A trial of three weeks", true)]
    [InlineData("en", "A trial takes three to four weeks.", "A trial of 3-4 weeks", false)]
    [InlineData("en", "Between two and five clerks do it.", "Five clerks do it", true)]
    [InlineData("en", "Up to forty thousand it is me.", "He signs above forty thousand", true)]
    [InlineData("en", "Up to forty thousand it is me.", "He signs up to 40k", false)]
    [InlineData("en", "It must not cost more than forty.", "Forty at most", false)]
    [InlineData("en", "It must not cost more than forty.", "At least forty", true)]
    [InlineData("de", "Es dauert zwei bis drei Wochen.", "Zwei Wochen", true)]
    [InlineData("de", "Ab fünfzigtausend fragt er die Gesellschafter.", "Bis 50.000 fragt er die Gesellschafter", true)]
    [InlineData("fr", "Je peux engager jusqu'à huit mille euros.", "Au-delà de huit mille euros", true)]
    [InlineData("es", "Entre cuatro y seis semanas.", "Seis semanas", true)]
    [InlineData("es", "Autorizo hasta seis mil euros.", "Desde seis mil euros", true)]
    [InlineData("pt", "Até dez mil reais eu aprovo.", "Acima de dez mil reais", true)]
    public void Other_limit_is_open(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, LimitCheck.Of(Text(claim, language), Passage(quote, language)));

    [Theory]
    [InlineData("en", "One order in twelve is wrong.", "All orders are wrong")]
    [InlineData("de", "Es muss auch alte Formate lesen.", "Es muss nur alte Formate lesen")]
    [InlineData("pt", "A cada inventário faltam peças, e ninguém sabe por quê.", "Faltam todas as peças")]
    public void Wider_or_narrower_reach_is_open(string language, string quote, string claim) => Assert.Equal(
        Agreement.Open, ScopeCheck.Of(Text(claim, language), Passage(quote, language)));

    [Theory]
    [InlineData("en", "The audit is on Monday. The fair is on 3 November 2026.", "The audit is on Monday (2026-11-03)", Agreement.Open)]
    [InlineData("en", "The audit is on Monday. The fair is on 3 November 2026.", "The fair is on Tuesday (2026-11-03), the audit on Monday", Agreement.Agrees)]
    [InlineData("de", "Die Prüfung ist am Montag, die Messe am 3. November 2026.", "Prüfung am Montag, 3. November 2026", Agreement.Open)]
    [InlineData("en", "It costs forty pounds a year.", "Forty pounds a month", Agreement.Open)]
    [InlineData("en", "My team of nine spends each Monday on it.", "Nine Mondays", Agreement.Open)]
    [InlineData("en", "About one order in twelve is wrong.", "1 in 12 orders", Agreement.Open)]
    [InlineData("fr", "Dix-sept euros par utilisateur.", "17 francs par utilisateur", Agreement.Differs)]
    [InlineData("fr", "Dix-sept euros par utilisateur.", "17 couronnes par utilisateur", Agreement.Open)]
    [InlineData("de", "Womit arbeiten Sie heute?", "Im September", Agreement.Differs)]
    [InlineData("fr", "De 45 à 72 jours en un an.", "72 jours contre 45 un an plus tôt", Agreement.Agrees)]
    public void Number_that_counts_something_else_is_not_the_claims(string language, string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NumberCheck.Of(Text(claim, language), Passage(quote, language)));

    [Theory]
    [InlineData("The finance director, Ann Hale, decides.", "Ann Hale, sales director, decides", true)]
    [InlineData("The finance director, Ann Hale, decides.", "Ann Hale, finance director", false)]
    public void Word_in_another_ones_place_is_a_swap(string quote, string claim, bool swaps) =>
        Assert.Equal(swaps, SubstitutionCheck.Swaps(Text(claim, "en"), Passage(quote, "en")));

    private static Passage Passage(string quote, string language) => Text(quote, language) is var text
        ? new Passage(text, [text], new NameIndex([text], [], [])) { Day = new DateOnly(2026, 9, 1) }
        : null!;

    private static ReadText Text(string text, string language) => new(text, LanguageWords.All.Single(one => one.Code == language));
}
