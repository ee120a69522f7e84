namespace SalesIntel.Extraction;

/// <summary>Whether something is, was, or is meant to be.</summary>
public sealed class TenseCheckTests
{
    [Theory]
    [InlineData("We plan to hire clerks.", "They hired clerks", true)]
    [InlineData("We plan to hire clerks.", "They plan to hire clerks", false)]
    [InlineData("We plan to hire clerks.", "They hire clerks", true)]
    [InlineData("We plan to hire clerks.", "They have hired clerks", true)]
    [InlineData("We plan to hire clerks.", "Clerks to hire", false)]
    [InlineData("We plan to hire clerks.", "If it works, they hire clerks", false)]
    [InlineData("We hire clerks.", "They plan to hire clerks", false)]
    [InlineData("We hired clerks.", "They hire clerks", true)]
    [InlineData("We hired clerks.", "They hired clerks", false)]
    [InlineData("We hired clerks.", "Clerks", false)]
    [InlineData("We hired clerks.", "They plan to hire clerks", true)]
    [InlineData("We hired clerks and plan to hire more clerks.", "They plan to hire clerks", false)]
    [InlineData("We hired clerks and we have clerks.", "They have clerks", false)]
    [InlineData("We used to hire clerks.", "They used to hire clerks", false)]
    [InlineData("We used to hire clerks.", "They hire clerks", true)]
    [InlineData("We used to hire clerks.", "They hired clerks", false)]
    [InlineData("We hired clerks.", "They used to hire clerks", false)]
    [InlineData("We hire clerks.", "They used to hire clerks", true)]
    [InlineData("We hire clerks.", "They hired clerks", true)]
    public void Time_is_that_of_the_quote(string quote, string claim, bool isOpen) => Check(quote, claim, isOpen);

    [Theory]
    [InlineData("We hired clerks, and we plan to train managers.", "They plan to train managers", false)]
    [InlineData("We hired clerks, and we plan to train managers.", "They trained managers", true)]
    [InlineData("We hired clerks, and we plan to train managers.", "They hired clerks", false)]
    [InlineData("We hired clerks, and we plan to train managers.", "They plan to hire clerks", true)]
    [InlineData("We hired clerks but we plan to train managers.", "They hired clerks but plan to train managers", false)]
    [InlineData("We hired clerks but we plan to train managers.", "They plan to hire clerks but trained managers", true)]
    [InlineData("We hired clerks. We plan to train managers.", "They trained managers", true)]
    [InlineData("In March, we hired clerks.", "They plan for March", true)]
    [InlineData("We hired 12, and we plan to train managers.", "They will have 12", true)]
    public void Part_of_the_quote_with_the_same_words_counts(string quote, string claim, bool isOpen) => Check(quote, claim, isOpen);

    [Theory]
    [InlineData("What have you done?", "We plan to hire clerks.", "They hired clerks", true)]
    [InlineData("So it is.", "We hired clerks.", "They hired clerks", false)]
    [InlineData("We plan to hire clerks.", "We hired managers.", "They hired managers", false)]
    [InlineData("We plan to hire clerks.", "We hired clerks.", "They hired clerks", true)]
    public void Neighbour_with_more_of_the_words_counts(string quote, string around, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, TenseCheck.Of(Said.Text(claim), Said.Passage(quote, around: around)));

    [Theory]
    [InlineData("de", "Wir planen, Prüfer einzustellen.", "Sie haben Prüfer eingestellt", true)]
    [InlineData("de", "Wir haben Prüfer eingestellt.", "Sie haben Prüfer eingestellt", false)]
    [InlineData("de", "Die Prüfer und die Leiter wollen testen.", "Die Leiter haben getestet", true)]
    [InlineData("fr", "Nous prévoyons un essai et nous avons signé le contrat.", "Ils ont signé le contrat", false)]
    [InlineData("fr", "Nous prévoyons un essai mais nous avons signé le contrat.", "Ils ont lu un essai", true)]
    [InlineData("es", "Queremos una prueba y firmamos el contrato.", "Hicieron una prueba", true)]
    [InlineData("es", "Queremos una prueba pero firmaron el contrato.", "Firmaron el contrato", false)]
    [InlineData("pt", "Queremos um teste e assinaram o contrato.", "Fizeram um teste", true)]
    [InlineData("pt", "Queremos um teste mas assinaram o contrato.", "Assinaram o contrato", false)]
    public void Time_is_told_in_each_language(string language, string quote, string claim, bool isOpen) => Check(quote, claim, isOpen, language);

    private static void Check(string quote, string claim, bool isOpen, string language = "en") => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, TenseCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
