namespace SalesIntel.Extraction;

/// <summary>How many words of a claim its passage must have for the claim itself to be written.</summary>
public sealed class ContentCheckTests
{
    [Theory]
    [InlineData("It is so.", "12", ContentSupport.Words)]
    [InlineData("It is so.", "It is", ContentSupport.Words)]
    [InlineData("It is so.", "Of them", ContentSupport.None)]
    [InlineData("It is so.", "It of", ContentSupport.None)]
    [InlineData("It is so.", "In March", ContentSupport.Words)]
    public void Claim_without_words_of_its_own(string quote, string claim, object support) => Check(quote, claim, support);

    [Theory]
    [InlineData("printers scanners folders invoices", ContentSupport.Words)]
    [InlineData("printers scanners folders lamps", ContentSupport.Words)]
    [InlineData("printers scanners lamps", ContentSupport.Quote)]
    [InlineData("printers lamps chairs", ContentSupport.Quote)]
    [InlineData("lamps chairs", ContentSupport.None)]
    [InlineData("printers scanners folders invoices ledgers stamps labels lamps chairs windows", ContentSupport.Words)]
    [InlineData("printers scanners folders invoices ledgers stamps lamps chairs windows", ContentSupport.Quote)]
    public void Seven_of_ten_words_are_said(string claim, object support) =>
        Check("Printers, scanners, folders, invoices, ledgers, stamps and labels.", claim, support);

    [Theory]
    [InlineData("printers scanners folders invoices ledgers stamps", ContentSupport.Words)]
    [InlineData("printers scanners folders invoices ledgers stamps labels", ContentSupport.Quote)]
    [InlineData("invoices ledgers stamps", ContentSupport.None)]
    public void Half_of_the_words_are_the_speakers_own(string claim, object support) => Assert.Equal(
        support,
        ContentCheck.Of(Said.Text(claim), Said.Passage("Printers, scanners, folders.", around: "Invoices, ledgers, stamps, labels?")));

    [Theory]
    [InlineData("Yes, printers, scanners.", ContentSupport.Words)]
    [InlineData("Yes, printers, scanners, folders.", ContentSupport.None)]
    [InlineData("Yes, exactly.", ContentSupport.Words)]
    public void Short_answer_says_what_was_asked(string quote, object support) => Assert.Equal(
        support, ContentCheck.Of(Said.Text("invoices ledgers stamps"), Said.Passage(quote, around: "Invoices, ledgers, stamps?")));

    [Fact]
    public void Whole_turn_is_the_speakers()
    {
        var quote = Said.Text("Printers, scanners, folders.");
        var turn = Said.Text("Printers, scanners, folders. Invoices, ledgers, stamps, labels, too.");
        var claim = Said.Text("printers invoices ledgers stamps labels");

        Assert.Equal(ContentSupport.Words, ContentCheck.Of(claim, new Passage(quote, [turn], new NameIndex([turn], [], []))));
        Assert.Equal(ContentSupport.Quote, ContentCheck.Of(claim, new Passage(quote, [quote, turn], new NameIndex([turn], [], []))));
        Assert.Equal(ContentSupport.Quote, ContentCheck.Of(claim, new Passage(quote, [], new NameIndex([turn], [], []))));
    }

    [Fact]
    public void Speaker_and_setting_need_no_word()
    {
        var claim = Said.Text("printers scanners Hale");

        Assert.Equal(ContentSupport.Words, ContentCheck.Of(claim, Said.Passage("Printers, scanners, folders.", speaker: "Ann Hale")));
        Assert.Equal(ContentSupport.Words, ContentCheck.Of(claim, Said.Passage("Printers, scanners, folders.", setting: "Hale")));
        Assert.Equal(ContentSupport.Quote, ContentCheck.Of(claim, Said.Passage("Printers, scanners, folders.")));
        Assert.Equal(ContentSupport.Quote, ContentCheck.Of(Said.Text("printers Hale Works"), Said.Passage("Printers, scanners, folders.", setting: "Hale Works")));
    }

    [Theory]
    [InlineData("Twelve printers, scanners, folders.", "12 lamps", ContentSupport.Quote)]
    [InlineData("Printers, scanners, folders.", "12 lamps", ContentSupport.None)]
    [InlineData("Twelve printers, scanners, folders.", "12 printers, 12 scanners, lamps", ContentSupport.Words)]
    [InlineData("In March printers, scanners, folders.", "March, printers, scanners, lamps", ContentSupport.Words)]
    [InlineData("Twelve printers, scanners, folders.", "lamps", ContentSupport.None)]
    public void Number_counts_as_a_word(string quote, string claim, object support) => Check(quote, claim, support);

    [Theory]
    [InlineData("en", "We want single sign-on for all staff members.", "SSO", ContentSupport.Words)]
    [InlineData("en", "We want single sign for all staff members.", "SSO", ContentSupport.None)]
    [InlineData("en", "Staff members want it: single sign", "SSO", ContentSupport.None)]
    [InlineData("en", "The vice president, staff members and clerks.", "VP", ContentSupport.None)]
    [InlineData("en", "Ask big clerks daily, every female.", "ABCDE", ContentSupport.Words)]
    [InlineData("en", "Ask big clerks daily, every female.", "ABCDEF", ContentSupport.None)]
    [InlineData("de", "Die Freigabe durch Leiter und Prüfer.", "Budgetfreigabeprozess", ContentSupport.Words)]
    [InlineData("de", "Der Plan vom Leiter mit Prüfern.", "Projektplanung", ContentSupport.None)]
    [InlineData("de", "Die Daten vom Leiter mit Prüfern.", "Stammdatenpflege", ContentSupport.Words)]
    [InlineData("de", "Die Stammdatenpflege vom Leiter mit Prüfern.", "Daten", ContentSupport.None)]
    public void Short_and_compound_words_are_recognised(string language, string quote, string claim, object support) =>
        Check(quote, claim, support, language);

    private static void Check(string quote, string claim, object support, string language = "en") =>
        Assert.Equal(support, ContentCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
