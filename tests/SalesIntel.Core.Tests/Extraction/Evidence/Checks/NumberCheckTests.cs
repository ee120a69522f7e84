namespace SalesIntel.Extraction;

/// <summary>Which numbers, amounts and dates of a claim are those of its quote.</summary>
public sealed class NumberCheckTests
{
    [Theory]
    [InlineData("Our clerk does it.", "One clerk does it", Agreement.Agrees)]
    [InlineData("Our clerks do it.", "Two clerks do it", Agreement.Differs)]
    [InlineData("Nineteen clerks do it.", "19 clerks do it", Agreement.Agrees)]
    [InlineData("Nineteen clerks do it.", "90 clerks do it", Agreement.Differs)]
    [InlineData("It costs thirty thousand.", "30k", Agreement.Agrees)]
    [InlineData("It costs thirty thousand.", "30", Agreement.Differs)]
    [InlineData("Two clerks and five managers sign.", "2 clerks and 5 managers", Agreement.Agrees)]
    [InlineData("Two clerks and five managers sign.", "2 clerks and 6 managers", Agreement.Differs)]
    [InlineData("Two clerks and five managers sign.", "3 clerks and 5 managers", Agreement.Differs)]
    public void Number_is_said(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("Two hundred.", "So 200 users, and fifty thousand?", "Budget of 50,000", Agreement.Open)]
    [InlineData("Yes, that is right.", "So 200 users, and fifty thousand?", "Budget of 50,000", Agreement.Agrees)]
    [InlineData("Two hundred.", "So 200 users, and fifty thousand?", "200 users", Agreement.Agrees)]
    [InlineData("No, two months.", "Three weeks, correct?", "It takes three weeks", Agreement.Open)]
    public void Number_of_a_neighbour_is_none_of_who_says_his_own(string quote, string around, string claim, object agreement) =>
        Assert.Equal((Agreement)agreement, NumberCheck.Of(Said.Text(claim), Said.Passage(quote, around: around)));

    [Theory]
    [InlineData("en", "At least fifteen thousand, at most twenty-five.", "At most 25k", Agreement.Open)]
    [InlineData("en", "At least fifteen thousand, at most twenty-five.", "At most 35k", Agreement.Differs)]
    [InlineData("en", "At least fifteen, at most twenty-five.", "At most 25k", Agreement.Differs)]
    [InlineData("en", "It takes one and a half weeks.", "It takes half a week", Agreement.Open)]
    [InlineData("en", "It takes half a week.", "It takes half a week", Agreement.Agrees)]
    [InlineData("de", "Es dauert anderthalb Wochen.", "Es dauert eine halbe Woche", Agreement.Open)]
    public void Scale_is_said_once_and_halves_measure(string language, string quote, string claim, object agreement) =>
        Assert.Equal((Agreement)agreement, NumberCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));

    [Theory]
    [InlineData("en", "A third of the jars break.", "33 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "A third of the jars break.", "34 % of the jars break", Agreement.Differs)]
    [InlineData("en", "A third of the jars break.", "67 % of the jars break", Agreement.Differs)]
    [InlineData("en", "Two thirds of the jars break.", "67 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "Two thirds of the jars break.", "66 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "Three quarters of the jars break.", "75 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "One jar in forty breaks.", "2.5 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "One jar in forty breaks.", "40 % of the jars break", Agreement.Differs)]
    [InlineData("en", "Eight out of ten jars break.", "80 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "Every third jar breaks.", "33 % of the jars break", Agreement.Agrees)]
    [InlineData("en", "33 percent of the jars break.", "A third of the jars break", Agreement.Agrees)]
    [InlineData("en", "4 percent of the jars break instead of 7.", "The breakage fell from 7% to 4%", Agreement.Agrees)]
    [InlineData("en", "The jars break in ten weeks.", "10 % of the jars break", Agreement.Differs)]
    [InlineData("de", "Zwei Drittel der Krüge brechen.", "67 % der Krüge brechen", Agreement.Agrees)]
    [InlineData("de", "Jeder zehnte Krug bricht.", "10 % der Krüge brechen", Agreement.Agrees)]
    [InlineData("fr", "Un quart des pots se casse.", "25 % des pots se cassent", Agreement.Agrees)]
    [InlineData("fr", "Un pot sur cinq se casse.", "20 % des pots se cassent", Agreement.Agrees)]
    [InlineData("es", "Uno de cada cuatro tarros se rompe.", "El 25 % de los tarros se rompe", Agreement.Agrees)]
    [InlineData("pt", "Um terço dos potes parte-se.", "33 % dos potes partem-se", Agreement.Agrees)]
    public void Part_of_a_whole_is_a_percentage(string language, string quote, string claim, object agreement) =>
        Assert.Equal((Agreement)agreement, NumberCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));

    [Fact]
    public void Number_is_said_by_a_neighbour() => Assert.Equal(
        Agreement.Agrees, NumberCheck.Of(Said.Text("19 clerks do it"), Said.Passage("They do it.", around: "How many clerks? | Nineteen clerks.")));

    [Theory]
    [InlineData("First comes the security review.", "1. Security review", Agreement.Agrees)]
    [InlineData("Then comes the security review.", "2) Security review", Agreement.Agrees)]
    [InlineData("Then comes the security review.", "2 security reviews", Agreement.Differs)]
    [InlineData("Then comes the security review.", "Two. Security review", Agreement.Differs)]
    [InlineData("Then comes the security review.", "Security review, 2. Approval", Agreement.Differs)]
    [InlineData("We have clerks.", "12.", Agreement.Differs)]
    [InlineData("We have clerks.", "12", Agreement.Differs)]
    [InlineData("We have clerks.", "2.Clerks", Agreement.Differs)]
    public void Number_of_a_list_counts_nothing(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("We start in April.", "Start in April", Agreement.Agrees)]
    [InlineData("We start in April.", "Start in March", Agreement.Differs)]
    [InlineData("We start on Friday.", "Start on 4 September", Agreement.Agrees)]
    [InlineData("We start on Friday.", "Start on 5 September", Agreement.Differs)]
    [InlineData("We start in twenty four days.", "Start on the twenty fifth of September", Agreement.Agrees)]
    [InlineData("We start v7 on Friday.", "v7 starts on the 4th of September", Agreement.Agrees)]
    [InlineData("We start on Friday.", "Start of 30 users on 4 September", Agreement.Differs)]
    [InlineData("We start on Friday.", "Start on 4 September with 30 users", Agreement.Differs)]
    [InlineData("We go live next year.", "Live in 2027", Agreement.Agrees)]
    [InlineData("We go live next year.", "Live in 2028", Agreement.Differs)]
    [InlineData("We go live next year.", "Live in 2027, with 30 users", Agreement.Differs)]
    [InlineData("Since January 2026 we wait.", "Waiting since January 2026", Agreement.Agrees)]
    [InlineData("Since January 2026 we wait.", "Waiting since January 2027", Agreement.Differs)]
    [InlineData("On Monday the board meets.", "Board meets on Monday", Agreement.Agrees)]
    [InlineData("On Monday the board meets.", "Board meets on Thursday", Agreement.Differs)]
    public void Date_is_named_or_reckoned(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    // Without the day of the meeting.
    [Theory]
    [InlineData("January it is, and the fourteenth suits us.", "14 January", Agreement.Agrees)]
    [InlineData("February it is, and the fourteenth suits us.", "14 January", Agreement.Differs)]
    [InlineData("January it is, and the twelfth suits us.", "14 January", Agreement.Differs)]
    [InlineData("The 14th of February, or some day in January.", "14 January", Agreement.Differs)]
    [InlineData("The 14th of January, or some day in February.", "14 January", Agreement.Agrees)]
    [InlineData("In January we try it for fourteen days.", "14 January", Agreement.Differs)]
    [InlineData("In January. That would be 2027.", "January 2027", Agreement.Agrees)]
    [InlineData("In January. That would be 2027.", "January 2028", Agreement.Differs)]
    [InlineData("On Monday, and the fourteenth, of January.", "Monday, 14 January", Agreement.Agrees)]
    [InlineData("On Tuesday, and the fourteenth, of January.", "Monday, 14 January", Agreement.Differs)]
    public void Parts_of_a_date_may_stand_apart(string quote, string claim, object agreement) =>
        Assert.Equal(agreement, NumberCheck.Of(Said.Text(claim), Said.Passage(quote) with { Day = null }));

    [Theory]
    [InlineData("Version seven was approved.", "v7 approved", Agreement.Agrees)]
    [InlineData("Version six was approved.", "v7 approved", Agreement.Differs)]
    [InlineData("The seven clerks approved it.", "v7 approved", Agreement.Differs)]
    [InlineData("We run v7 today.", "v7 runs", Agreement.Agrees)]
    [InlineData("We run SAP here, in release 4.", "SAP4 runs", Agreement.Agrees)]
    [InlineData("We run Sapphire here, in release 4.", "SAP4 runs", Agreement.Agrees)]
    [InlineData("We run Oracle here, in release 4.", "SAP4 runs", Agreement.Differs)]
    [InlineData("We xerox 4 pages.", "X4 pages", Agreement.Differs)]
    [InlineData("We are on platform p and need 4 seats.", "P4 seats", Agreement.Agrees)]
    [InlineData("Thirty of us run it.", "30 users of v7", Agreement.Differs)]
    [InlineData("Thirty of us run it.", "v7 for 30 users", Agreement.Differs)]
    public void Code_with_digits_is_said(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    // Which quarter it is another check tells.
    [Theory]
    [InlineData("Q1", Agreement.Agrees)]
    [InlineData("Q4", Agreement.Agrees)]
    [InlineData("Q5", Agreement.Differs)]
    [InlineData("Q0", Agreement.Differs)]
    [InlineData("T1", Agreement.Agrees)]
    [InlineData("1T", Agreement.Agrees)]
    [InlineData("4Q", Agreement.Agrees)]
    [InlineData("5Q", Agreement.Differs)]
    [InlineData("V4", Agreement.Differs)]
    public void Quarter_is_no_code(string claim, object agreement) => Check("They start some day.", $"Start in {claim}", agreement);

    [Theory]
    [InlineData("en", "Half of the orders are late.", "50 % of the orders", Agreement.Agrees)]
    [InlineData("en", "Half of the orders are late.", "60 % of the orders", Agreement.Differs)]
    [InlineData("en", "Half of the orders are late.", "50 orders", Agreement.Differs)]
    [InlineData("en", "It takes 0.5 hours.", "50 % of the orders", Agreement.Differs)]
    [InlineData("en", "One of the orders is late.", "100 % of the orders", Agreement.Differs)]
    [InlineData("de", "Ein Viertel der Aufträge kommt zu spät.", "25 % der Aufträge", Agreement.Agrees)]
    [InlineData("de", "Ein Viertel der Aufträge kommt zu spät.", "75 % der Aufträge", Agreement.Differs)]
    public void Share_in_words_is_a_percentage(string language, string quote, string claim, object agreement) =>
        Check(quote, claim, agreement, language);

    [Theory]
    [InlineData("Nineteen rounds it takes.", "19 days", Agreement.Differs)]
    [InlineData("It is nineteen.", "19 days", Agreement.Agrees)]
    [InlineData("Nineteen rounds it takes.", "19 euros", Agreement.Agrees)]
    [InlineData("Forty thousand euros it is.", "40,000 euros", Agreement.Agrees)]
    [InlineData("Forty thousand euros it is.", "40,000 dollars", Agreement.Differs)]
    [InlineData("Forty thousand euros it is.", "40,000", Agreement.Agrees)]
    [InlineData("Forty thousand a year it is.", "40,000 dollars", Agreement.Agrees)]
    [InlineData("Forty thousand dollars it is.", "40,000 a year", Agreement.Agrees)]
    [InlineData("Forty days it is.", "40 weeks", Agreement.Differs)]
    [InlineData("Forty days it is.", "40 %", Agreement.Differs)]
    [InlineData("Forty percent it is.", "40 days", Agreement.Differs)]
    [InlineData("Forty percent it is.", "40 %", Agreement.Agrees)]
    public void Unit_is_that_of_the_number(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("Nineteen designers and six clients review it.", "6 designers", Agreement.Open)]
    [InlineData("Nineteen designers and six clients review it.", "19 designers", Agreement.Agrees)]
    [InlineData("Nineteen designers and six clients review it.", "6 clients", Agreement.Agrees)]
    [InlineData("Six designers, nineteen clients and six managers review it.", "6 managers", Agreement.Agrees)]
    [InlineData("Nineteen jobs and six tests fail.", "6 jobs", Agreement.Open)]
    [InlineData("Six dollars each, and nineteen seats.", "$6 per seat", Agreement.Agrees)]
    [InlineData("Six percent, and nineteen designers.", "6 % of designers", Agreement.Agrees)]
    public void Number_counts_what_it_counts_in_the_quote(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Fact]
    public void Number_that_only_a_neighbour_says_of_something_else_is_not_the_claims() => Assert.Equal(
        Agreement.Differs,
        NumberCheck.Of(Said.Text("6 designers review it"), Said.Passage("Nineteen designers review it.", around: "Six clients sign it.")));

    [Theory]
    [InlineData("Nine clerks have printers.", "9 clerks", Agreement.Agrees)]
    [InlineData("Nine new clerks have printers.", "9 clerks", Agreement.Agrees)]
    [InlineData("Nine big printers for clerks.", "9 clerks", Agreement.Open)]
    [InlineData("The clerks have nine printers.", "9 clerks", Agreement.Open)]
    [InlineData("The printers cost nine each.", "9 for the printers", Agreement.Agrees)]
    [InlineData("The men have nine printers.", "9 men", Agreement.Agrees)]
    [InlineData("The clerks have twenty five printers.", "Twenty five clerks", Agreement.Open)]
    [InlineData("Twenty five clerks have printers.", "Twenty five clerks", Agreement.Agrees)]
    [InlineData("Twenty five big printers for clerks.", "25 clerks", Agreement.Open)]
    [InlineData("Nine clerks ask for clerks.", "9 clerks", Agreement.Agrees)]
    [InlineData("Version seven was approved.", "Version 7 approved", Agreement.Agrees)]
    [InlineData("Seventeen euros per user.", "17 coins", Agreement.Open)]
    [InlineData("Seventeen euros per user.", "17 per user", Agreement.Agrees)]
    [InlineData("Seventeen it is, seventeen euros per user.", "17 coins", Agreement.Agrees)]
    public void What_is_counted_stands_behind_the_number(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Theory]
    [InlineData("It costs forty pounds a year.", "Forty pounds a year", Agreement.Agrees)]
    [InlineData("It costs forty pounds a year.", "Forty pounds a month", Agreement.Open)]
    [InlineData("It costs forty pounds a year.", "Forty pounds a year, paid each month", Agreement.Open)]
    [InlineData("It costs forty pounds a year.", "Forty pounds", Agreement.Agrees)]
    [InlineData("It costs forty pounds per user.", "Forty pounds a month", Agreement.Agrees)]
    public void Period_is_that_of_the_quote(string quote, string claim, object agreement) => Check(quote, claim, agreement);

    [Fact]
    public void Period_may_be_a_neighbours() => Assert.Equal(
        Agreement.Agrees,
        NumberCheck.Of(Said.Text("Forty pounds a month"), Said.Passage("It is forty pounds.", around: "What is it each month, and each year?")));

    [Theory]
    [InlineData("Six designers and nineteen clients.", "6 designers and 6 clients", true)]
    [InlineData("Six designers and six clients.", "6 designers and 6 clients", false)]
    [InlineData("Six designers and nineteen clients.", "6 designers and 19 clients", false)]
    [InlineData("A designer and a client.", "One designer and one client", false)]
    public void Number_is_not_repeated_in_another_ones_place(string quote, string claim, bool repeats) =>
        Assert.Equal(repeats, NumberCheck.Repeats(Said.Text(claim), Said.Passage(quote)));

    [Theory]
    [InlineData("Nineteen clerks do it.", "19 clerks", true)]
    [InlineData("Nineteen clerks do it.", "90 clerks", false)]
    [InlineData("It costs forty pounds a year.", "Forty pounds a month", false)]
    public void What_is_open_does_not_hold(string quote, string claim, bool holds) =>
        Assert.Equal(holds, NumberCheck.Holds(Said.Text(claim), Said.Passage(quote)));

    private static void Check(string quote, string claim, object agreement, string language = "en") =>
        Assert.Equal(agreement, NumberCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
