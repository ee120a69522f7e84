namespace SalesIntel.Extraction;

/// <summary>Which times of a claim are those that its quote names.</summary>
public sealed class TimeCheckTests
{
    [Theory]
    [InlineData("en", "We decide next Friday.", "Decision next Friday", Agreement.Agrees)]
    [InlineData("en", "We decide next Friday.", "Decision last Friday", Agreement.Differs)]
    [InlineData("en", "We decide this week.", "Decision next week", Agreement.Differs)]
    [InlineData("en", "We decide on Friday.", "Decision next Friday", Agreement.Open)]
    [InlineData("en", "We decide next Friday.", "Decision on Friday", Agreement.Agrees)]
    [InlineData("en", "We met last Friday and decide next Friday.", "Decision next Friday", Agreement.Agrees)]
    [InlineData("de", "Wir entscheiden nächsten Freitag.", "Entscheidung letzten Freitag", Agreement.Differs)]
    [InlineData("fr", "On décide vendredi prochain.", "Décision vendredi dernier", Agreement.Differs)]
    [InlineData("fr", "On décide vendredi prochain.", "Décision vendredi prochain", Agreement.Agrees)]
    [InlineData("es", "Decidimos el próximo viernes.", "Decisión el viernes pasado", Agreement.Differs)]
    [InlineData("pt", "Decidimos no próximo sábado.", "Decisão no sábado passado", Agreement.Differs)]
    public void Which_one_of_its_kind_is_meant(string language, string quote, string claim, object agreement) =>
        Check(language, quote, claim, agreement);

    [Theory]
    [InlineData("en", "We decide at the end of May.", "Decision at the end of May", Agreement.Agrees)]
    [InlineData("en", "We decide at the end of May.", "Decision at the start of May", Agreement.Differs)]
    [InlineData("en", "We decide in May.", "Decision at the end of May", Agreement.Open)]
    [InlineData("en", "We decide at the end of May.", "Decision in May", Agreement.Agrees)]
    [InlineData("de", "Wir entscheiden Ende Mai.", "Entscheidung Anfang Mai", Agreement.Differs)]
    [InlineData("fr", "On décide fin mai.", "Décision début mai", Agreement.Differs)]
    [InlineData("es", "Decidimos a finales de mayo.", "Decisión a principios de mayo", Agreement.Differs)]
    [InlineData("pt", "Decidimos no fim de maio.", "Decisão no início de maio", Agreement.Differs)]
    public void Which_part_of_it_is_meant(string language, string quote, string claim, object agreement) =>
        Check(language, quote, claim, agreement);

    [Theory]
    [InlineData("en", "We test until May.", "Test until May", Agreement.Agrees)]
    [InlineData("en", "We test until May.", "Test from May", Agreement.Differs)]
    [InlineData("en", "We test in May.", "Test until May", Agreement.Agrees)]
    [InlineData("en", "We do not test before May.", "Test from May", Agreement.Agrees)]
    [InlineData("en", "We do not test before May.", "Test before May", Agreement.Open)]
    [InlineData("en", "We will not start until May.", "Start from May", Agreement.Agrees)]
    [InlineData("en", "We test in May at the earliest.", "Test before May", Agreement.Differs)]
    [InlineData("en", "We test no later than May.", "Test from May", Agreement.Differs)]
    [InlineData("en", "We test no later than May.", "Test by May", Agreement.Agrees)]
    [InlineData("de", "Wir testen nicht vor Mai.", "Test vor Mai", Agreement.Open)]
    [InlineData("de", "Wir testen nicht vor Mai.", "Test ab Mai", Agreement.Agrees)]
    [InlineData("de", "Frühestens im Mai, spätestens im Juli.", "Spätestens im Mai", Agreement.Differs)]
    [InlineData("de", "Frühestens im Mai, spätestens im Juli.", "Frühestens im Juli", Agreement.Differs)]
    [InlineData("de", "Frühestens im Mai, spätestens im Juli.", "Zwischen Mai und Juli", Agreement.Agrees)]
    [InlineData("de", "Spätestens zum 1. März.", "Frühestens zum 1. März", Agreement.Differs)]
    [InlineData("de", "Im Mai frühestens.", "Bis Mai", Agreement.Differs)]
    [InlineData("fr", "On ne teste pas avant mai.", "Test avant mai", Agreement.Open)]
    [InlineData("fr", "Au plus tôt en mai, au plus tard en juillet.", "Au plus tard en mai", Agreement.Differs)]
    [InlineData("es", "No probamos antes de mayo.", "Prueba antes de mayo", Agreement.Open)]
    [InlineData("es", "No probamos antes de mayo.", "Prueba a partir de mayo", Agreement.Agrees)]
    [InlineData("es", "Como pronto en mayo, a más tardar en julio.", "A más tardar en mayo", Agreement.Differs)]
    [InlineData("pt", "O mais tardar em maio.", "Depois de maio", Agreement.Differs)]
    [InlineData("pt", "Não testamos antes de maio.", "Teste antes de maio", Agreement.Open)]
    [InlineData("en", "We test until May.", "Test in May", Agreement.Agrees)]
    [InlineData("de", "Wir testen bis Mai.", "Test ab Mai", Agreement.Differs)]
    [InlineData("fr", "On teste depuis mai.", "Test avant mai", Agreement.Differs)]
    public void Before_or_after_it(string language, string quote, string claim, object agreement) => Check(language, quote, claim, agreement);

    [Theory]
    [InlineData("We decide in spring.", "Decision in summer", Agreement.Differs)]
    [InlineData("We decide in spring.", "Decision in spring", Agreement.Agrees)]
    [InlineData("We decide after Easter.", "Decision after Christmas", Agreement.Differs)]
    [InlineData("We decide some day.", "Decision next week", Agreement.Agrees)]
    public void Season_and_feast_are_named(string quote, string claim, object agreement) => Check("en", quote, claim, agreement);

    [Theory]
    [InlineData("We decide in Q2.", "Decision in Q2", Agreement.Agrees)]
    [InlineData("We decide in the second quarter.", "Decision in Q2", Agreement.Agrees)]
    [InlineData("We decide in the third quarter.", "Decision in Q2", Agreement.Differs)]
    [InlineData("We decide in April.", "Decision in Q2", Agreement.Open)]
    [InlineData("We decide in June.", "Decision in Q2", Agreement.Open)]
    [InlineData("We decide in March.", "Decision in Q2", Agreement.Differs)]
    [InlineData("We decide in July.", "Decision in Q2", Agreement.Differs)]
    [InlineData("We decide in March or in June.", "Decision in Q2", Agreement.Open)]
    [InlineData("We decide on the second floor.", "Decision in Q2", Agreement.Differs)]
    public void Month_tells_its_quarter(string quote, string claim, object agreement) => Check("en", quote, claim, agreement);

    [Theory]
    [InlineData("We want the quote tomorrow.", "Quote tomorrow", Agreement.Agrees)]
    [InlineData("We want the quote today.", "Quote tomorrow", Agreement.Differs)]
    [InlineData("We want the quote on Wednesday.", "Quote tomorrow", Agreement.Agrees)]
    [InlineData("We want the quote on Thursday.", "Quote tomorrow", Agreement.Differs)]
    [InlineData("We want the quote tomorrow.", "Quote came yesterday", Agreement.Differs)]
    public void Day_is_the_one_that_is_named(string quote, string claim, object agreement) => Check("en", quote, claim, agreement);

    [Fact]
    public void Day_of_the_week_is_no_named_day_where_nobody_knows_the_day_of_the_meeting() => Assert.Equal(
        Agreement.Differs, TimeCheck.Of(Said.Text("Quote tomorrow"), Said.Passage("We want the quote on Wednesday.") with { Day = null }));

    [Fact]
    public void Neighbours_name_it_too()
    {
        Assert.Equal(Agreement.Agrees, TimeCheck.Of(Said.Text("Quote tomorrow"), Said.Passage("Yes, exactly.", around: "You want the quote tomorrow?")));
        Assert.Equal(Agreement.Agrees, TimeCheck.Of(Said.Text("Decision in summer"), Said.Passage("Yes, exactly.", around: "A decision in summer?")));
        Assert.Equal(Agreement.Agrees, TimeCheck.Of(Said.Text("Legal is the first step"), Said.Passage("It is legal.", around: "Who is the first?")));
    }

    [Theory]
    [InlineData("en", "The third step is legal.", "Legal is the first step", Agreement.Open)]
    [InlineData("en", "The first step is legal.", "Legal is the first step", Agreement.Agrees)]
    [InlineData("en", "The first step is legal.", "Legal is a step", Agreement.Agrees)]
    [InlineData("en", "The first step is legal, and the second is money.", "Money is the second step", Agreement.Agrees)]
    [InlineData("de", "Der dritte Schritt ist die Prüfung.", "Die Prüfung ist der erste Schritt", Agreement.Open)]
    public void Place_in_an_order_is_the_one_that_is_said(string language, string quote, string claim, object agreement) =>
        Check(language, quote, claim, agreement);

    [Theory]
    [InlineData("We met last Friday, and decide in spring.", "Decision next Friday, start in spring", Agreement.Differs)]
    [InlineData("We decide on Friday, and start in spring.", "Decision next Friday, start in spring", Agreement.Open)]
    [InlineData("We start in spring and decide on Friday.", "Start in spring, decision next Friday", Agreement.Open)]
    [InlineData("We decide on Friday, and start in spring.", "Decision next Friday, start in summer", Agreement.Differs)]
    public void Each_time_counts(string quote, string claim, object agreement) => Check("en", quote, claim, agreement);

    private static void Check(string language, string quote, string claim, object agreement) =>
        Assert.Equal(agreement, TimeCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
