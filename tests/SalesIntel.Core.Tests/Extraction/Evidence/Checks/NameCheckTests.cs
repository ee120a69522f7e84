namespace SalesIntel.Extraction;

/// <summary>Whose names a claim may have: those of its passage, and the speaker's where he speaks of himself.</summary>
public sealed class NameCheckTests
{
    [Theory]
    [InlineData("We asked Helene about it.", "They asked Helene", Agreement.Agrees)]
    [InlineData("We asked Helene's boss about it.", "They asked Helene", Agreement.Agrees)]
    [InlineData("We count the SKU by hand.", "They count SKUs by hand", Agreement.Agrees)]
    [InlineData("We asked the Foxes about it.", "They asked Fox", Agreement.Agrees)]
    [InlineData("We asked Hale about it.", "They asked Haley", Agreement.Differs)]
    [InlineData("We asked Jo about it.", "They asked Jos", Agreement.Differs)]
    [InlineData("We asked Helene about it.", "They asked Robert", Agreement.Differs)]
    [InlineData("We asked Helene and Robert about it.", "They asked Helene and Robert", Agreement.Agrees)]
    [InlineData("We asked Helene about it.", "They asked Helene and Robert", Agreement.Differs)]
    [InlineData("We asked Helene about it.", "They asked Robert and Helene", Agreement.Differs)]
    public void Name_is_said(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("We need single sign-on.", "They need SSO", Agreement.Agrees)]
    [InlineData("The vice president decides.", "Decided by the VP", Agreement.Agrees)]
    [InlineData("We measure the return on investment.", "They measure ROI", Agreement.Agrees)]
    [InlineData("We measure the return of the investment.", "They measure RI", Agreement.Agrees)]
    [InlineData("We measure the return happily on investment.", "They measure ROI", Agreement.Open)]
    [InlineData("We need single sign-on.", "They need SSP", Agreement.Open)]
    [InlineData("We need a single sign.", "They need SSO", Agreement.Open)]
    [InlineData("Alpha beta gamma delta epsilon zeta is it.", "They need ABGDEZ", Agreement.Agrees)]
    [InlineData("Alpha beta gamma delta epsilon zeta eta is it.", "They need ABGDEZE", Agreement.Differs)]
    [InlineData("It is something.", "They need ABCDEF", Agreement.Open)]
    [InlineData("It is something.", "They need ABCDEFG", Agreement.Differs)]
    public void Short_form_has_the_letters_of_the_words(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Fact]
    public void Short_form_of_what_a_neighbour_says_is_as_good() => Assert.Equal(
        Agreement.Agrees, NameCheck.Of(Said.Text("They need SSO"), Said.Passage("We need that.", around: "What about single sign-on?")));

    [Fact]
    public void Setting_may_be_named_by_anybody() => Assert.Equal(
        Agreement.Agrees, NameCheck.Of(Said.Text("Clerks of Quillworks do it"), Said.Passage("Our clerks do it.", setting: "Quillworks")));

    [Theory]
    [InlineData("en", "I sign everything.", "Ann Hale signs everything", Agreement.Agrees)]
    [InlineData("en", "She signs everything.", "Ann Hale signs everything", Agreement.Open)]
    [InlineData("en", "Bob Ruiz signs everything.", "Ann Hale signs everything", Agreement.Differs)]
    [InlineData("en", "I ask Bob Ruiz, then I sign everything.", "Ann Hale signs everything", Agreement.Open)]
    [InlineData("en", "I ask Bob Ruiz, then I sign everything.", "Ann Hale signs after Bob Ruiz", Agreement.Agrees)]
    [InlineData("en", "There they use Pixel for everything.", "Ann Hale uses it", Agreement.Open)]
    [InlineData("de", "Ich unterschreibe alles.", "Ann Hale unterschreibt alles", Agreement.Agrees)]
    [InlineData("de", "Das unterschreibt der Prokurist. Ich bereite es nur vor.", "Ann Hale unterschreibt", Agreement.Open)]
    [InlineData("de", "Ich unterschreibe. Der Prokurist bereitet es nur vor.", "Ann Hale unterschreibt", Agreement.Agrees)]
    [InlineData("fr", "Je signe tout.", "Ann Hale signe tout", Agreement.Agrees)]
    [InlineData("es", "Firmo los contratos de la empresa.", "Ann Hale firma los contratos", Agreement.Agrees)]
    [InlineData("es", "Bob Ruiz firma los contratos de la empresa.", "Ann Hale firma los contratos", Agreement.Differs)]
    [InlineData("es", "Yo firmo los contratos con Bob Ruiz.", "Ann Hale firma los contratos con Bob Ruiz", Agreement.Agrees)]
    [InlineData("pt", "Assino os contratos da empresa.", "Ann Hale assina os contratos", Agreement.Agrees)]
    public void Speaker_is_named_where_he_speaks_of_himself(string language, string quote, string claim, object agreement) => Assert.Equal(
        agreement, NameCheck.Of(Said.Text(claim, language), Said.Passage(quote, language, speaker: "Ann Hale", people: "Ann Hale|Bob Ruiz")));

    [Theory]
    [InlineData("You decide about that.", "Decided by Robert", Agreement.Agrees)]
    [InlineData("You decide with Carl Moss.", "Decided by Robert", Agreement.Open)]
    [InlineData("You decide with Carl Moss.", "Decided by Robert with Carl Moss", Agreement.Agrees)]
    [InlineData("This is decided elsewhere.", "Decided by Robert", Agreement.Differs)]
    [InlineData("You decide about that.", "Decided by Walter", Agreement.Differs)]
    public void Who_is_spoken_to_is_named_by_a_word_for_him(string quote, string claim, object agreement) => Assert.Equal(
        agreement, NameCheck.Of(Said.Text(claim), Said.Passage(quote, others: "Robert", people: "Carl Moss")));

    [Theory]
    [InlineData("She signs everything.", "What about Helene Novak?", "It is signed by Helene", Agreement.Agrees)]
    [InlineData("Carl Moss signs everything.", "What about Helene Novak?", "It is signed by Helene", Agreement.Differs)]
    [InlineData("There they use Pixel.", "What about Quillmate?", "They use Quillmate", Agreement.Open)]
    [InlineData("There they use it.", "What about Quillmate?", "They use Quillmate", Agreement.Agrees)]
    [InlineData("I sign everything.", "What about Helene Novak?", "It is signed by Helene", Agreement.Differs)]
    [InlineData("I sign everything with her.", "What about Helene Novak?", "It is signed by Helene", Agreement.Open)]
    [InlineData("I sign everything with her.", "What about Helene Novak?", "It is signed by Helene, with Ann", Agreement.Agrees)]
    [InlineData("I use it here.", "What about Quillmate?", "They use Quillmate", Agreement.Agrees)]
    [InlineData("That one signs everything.", "What about Helene Novak?", "It is signed by Helene", Agreement.Agrees)]
    public void Name_that_a_neighbour_says_is_not_who_speaks(string quote, string around, string claim, object agreement) => Assert.Equal(
        agreement,
        NameCheck.Of(Said.Text(claim), Said.Passage(quote, around: around, speaker: "Ann Hale", people: "Ann Hale|Carl Moss|Helene Novak")));

    [Theory]
    [InlineData("de", "Ich entscheide das.", Agreement.Differs)]
    [InlineData("fr", "Je décide de cela.", Agreement.Differs)]
    [InlineData("es", "Yo decido eso.", Agreement.Differs)]
    [InlineData("pt", "Eu decido isso.", Agreement.Differs)]
    public void Who_says_I_is_nobody_else(string language, string quote, object agreement) => Assert.Equal(
        agreement,
        NameCheck.Of(Said.Text("Helene Novak", language), Said.Passage(quote, language, around: "Helene Novak?", speaker: "Ann Hale",
            people: "Ann Hale|Helene Novak")));

    [Theory]
    [InlineData("en", "It is me.", Agreement.Open)]
    [InlineData("en", "Myself it is.", Agreement.Open)]
    [InlineData("en", "It is done.", Agreement.Agrees)]
    [InlineData("de", "Das geht an mich.", Agreement.Open)]
    [InlineData("de", "Das liegt bei mir.", Agreement.Open)]
    [InlineData("de", "Das wird selbst gemacht.", Agreement.Open)]
    [InlineData("fr", "C'est pour moi.", Agreement.Open)]
    [InlineData("fr", "J'y pense.", Agreement.Differs)]
    [InlineData("es", "Es para mí.", Agreement.Open)]
    [InlineData("pt", "É para mim.", Agreement.Open)]
    public void Who_means_himself_is_perhaps_nobody_else(string language, string quote, object agreement) => Assert.Equal(
        agreement,
        NameCheck.Of(Said.Text("Helene Novak", language), Said.Passage(quote, language, around: "Helene Novak?", speaker: "Ann Hale",
            people: "Ann Hale|Helene Novak")));

    [Fact]
    public void In_a_form_nobody_is_known_to_speak() => Assert.Equal(
        Agreement.Agrees,
        NameCheck.Of(Said.Text("It is signed by Helene"), Said.Passage("I sign everything.", around: "Helene Novak?", people: "Helene Novak")));

    [Theory]
    [InlineData("Helene signs everything.", "It is signed by Okonkwo", Agreement.Agrees)]
    [InlineData("helene signs everything.", "It is signed by Okonkwo", Agreement.Differs)]
    [InlineData("Robert signs everything.", "It is signed by Okonkwo", Agreement.Differs)]
    public void Other_part_of_a_known_name_is_the_same_person(string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NameCheck.Of(Said.Text(claim), Said.Passage(quote, people: "Helene Okonkwo")));

    [Theory]
    [InlineData("en", "She decides.", "Helene decides", Agreement.Open)]
    [InlineData("en", "Bob Ruiz decides.", "Helene decides", Agreement.Differs)]
    [InlineData("en", "They price it themselves.", "Pricing is done there", Agreement.Agrees)]
    [InlineData("de", "Die schalten das frei.", "Freischaltung durch die", Agreement.Agrees)]
    [InlineData("de", "Die schalten das frei.", "Quellwerk schaltet frei", Agreement.Open)]
    [InlineData("de", "Bob Ruiz schaltet das frei.", "Freischaltung durch die", Agreement.Differs)]
    [InlineData("en", "They switch it on.", "Freischaltung by them", Agreement.Open)]
    public void Word_that_only_begins_a_sentence_may_be_a_name(string language, string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NameCheck.Of(Said.Text(claim, language), Said.Passage(quote, language, people: "Bob Ruiz")));

    [Theory]
    [InlineData("en", "She decides.", "Decided by Helene", Agreement.Open)]
    [InlineData("en", "This is decided.", "Decided by Helene", Agreement.Differs)]
    [InlineData("en", "She decides with Bob Ruiz.", "Decided by Helene", Agreement.Differs)]
    [InlineData("en", "She decides.", "Decided by Walter", Agreement.Differs)]
    [InlineData("es", "Decide sobre los contratos.", "Decidido por Helene", Agreement.Open)]
    [InlineData("es", "Yo decido sobre los contratos.", "Decidido por Helene", Agreement.Differs)]
    [InlineData("pt", "Decide sobre os contratos.", "Decidido por Helene", Agreement.Open)]
    public void Whom_a_pronoun_means_is_said_elsewhere(string language, string quote, string claim, object agreement) => Assert.Equal(
        agreement, NameCheck.Of(Said.Text(claim, language), Said.Passage(quote, language, people: "Helene Novak|Bob Ruiz")));

    [Fact]
    public void Short_form_that_is_a_name_there_stands_for_nothing_else() => Assert.Equal(
        Agreement.Differs, NameCheck.Of(Said.Text("They need QRX"), Said.Passage("We need something.", people: "Qrx")));

    private static void Check(string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NameCheck.Of(Said.Text(claim), Said.Passage(quote)));
}
