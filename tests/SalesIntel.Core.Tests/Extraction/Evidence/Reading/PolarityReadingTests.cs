namespace SalesIntel.Extraction;

/// <summary>Which words of a sentence are negated.</summary>
public sealed class PolarityReadingTests
{
    // "-" is negated, "~" precedes a negation, "?" is open.
    [Theory]
    [InlineData("en", "We pay them", "we pay them")]
    [InlineData("en", "We do not pay", "~we ~do -not -pay")]
    [InlineData("en", "Pay them we do not", "-pay -them -we -do -not")]
    [InlineData("en", "Nobody pays, they wait", "-nobody -pays they wait")]
    [InlineData("en", "They wait, nobody pays", "they wait -nobody -pays")]
    [InlineData("en", "Nobody pays but they wait", "-nobody -pays but they wait")]
    [InlineData("en", "They wait because nobody pays", "they wait because -nobody -pays")]
    [InlineData("en", "No checks and audits", "-no -checks ?and ?audits")]
    [InlineData("en", "It takes no week to learn", "~it ~takes -no -week ?to ?learn")]
    [InlineData("en", "Not to learn", "-not -to -learn")]
    [InlineData("en", "No one two three four five six seven", "-no -one -two -three -four -five -six -seven")]
    [InlineData("en", "Not clerks printers folders invoices ledgers stamps labels", "-not -clerks -printers -folders -invoices -ledgers -stamps labels")]
    [InlineData("en", "Without clerks printers folders invoices ledgers stamps labels",
        "-without -clerks -printers ?folders ?invoices ?ledgers ?stamps labels")]
    [InlineData("en", "Checks and audits we do not", "~checks ~and -audits -we -do -not")]
    [InlineData("en", "Folders printers clerks not", "~folders -printers -clerks -not")]
    [InlineData("en", "Because folders are not", "because -folders -are -not")]
    [InlineData("en", "Not only clerks pay", "not only clerks pay")]
    [InlineData("en", "It is not only clerks who do not pay", "~it ~is ~not ~only ~clerks ~who ~do -not -pay")]
    [InlineData("de", "Das Budget reicht nicht", "~das -budget -reicht -nicht")]
    [InlineData("de", "Wir zahlen nicht, sondern warten", "-wir -zahlen -nicht sondern warten")]
    [InlineData("fr", "On ne paie pas", "-on -ne -paie -pas")]
    [InlineData("es", "No pagamos porque esperan", "-no -pagamos porque esperan")]
    [InlineData("pt", "Não pagamos mas esperam", "-nao -pagamos mas esperam")]
    public void Negation_reaches_a_few_words_of_its_clause(string language, string text, string expected) =>
        Assert.Equal(expected, Read(text, language));

    [Theory]
    [InlineData("en", "Nothing goes without her", "?nothing ?goes ?without ?her")]
    [InlineData("en", "Nothing goes. Without her", "-nothing -goes -without -her")]
    [InlineData("en", "Nobody never pays", "-nobody -never -pays")]
    [InlineData("en", "Nobody pays and nobody signs", "?nobody ?pays ?and ?nobody ?signs")]
    [InlineData("es", "Nadie paga y nadie firma", "-nadie -paga ?y -nadie -firma")]
    [InlineData("en", "Nobody pays except Anna", "?nobody ?pays ?except ?anna")]
    [InlineData("en", "Nobody pays. They wait, except Anna", "-nobody -pays they wait except anna")]
    [InlineData("en", "Except Anna, nobody pays", "except anna -nobody -pays")]
    [InlineData("de", "Niemand zahlt ohne Anna", "?niemand ?zahlt ?ohne ?anna")]
    public void Two_negations_are_not_added_up(string language, string text, string expected) => Assert.Equal(expected, Read(text, language));

    [Theory]
    [InlineData("No sign-on, no deal", "?no ?sign ?on ?no ?deal")]
    [InlineData("No sign-on, no deal, they say. We pay", "?no ?sign ?on ?no ?deal ?they ?say we pay")]
    [InlineData("No sign-on, not one deal", "-no -sign -on -not -one -deal")]
    [InlineData("We say no sign-on, no deal", "~we ~say -no -sign -on -no -deal")]
    [InlineData("No sign-on. No deal", "-no -sign -on -no -deal")]
    [InlineData("No sign-on, they say, no deal", "-no -sign -on they say -no -deal")]
    public void Pair_is_a_demand(string text, string expected) => Assert.Equal(expected, Read(text, "en"));

    [Theory]
    [InlineData("en", "Two instead of five", "two ?instead ?of ?five")]
    [InlineData("en", "Two instead of five, they say", "two ?instead ?of ?five they say")]
    [InlineData("en", "Instead of one two three four five", "?instead ?of ?one ?two ?three ?four ?five")]
    [InlineData("en", "Instead of one two three four five six", "?instead ?of ?one ?two ?three ?four ?five six")]
    [InlineData("de", "Zwei statt fünf", "zwei ?statt ?funf")]
    [InlineData("fr", "Deux au lieu de cinq", "deux ?au ?lieu ?de ?cinq")]
    [InlineData("es", "Dos en vez de cinco", "dos ?en ?vez ?de ?cinco")]
    [InlineData("pt", "Dois em vez de cinco", "dois ?em ?vez ?de ?cinco")]
    public void What_is_not_chosen_is_open(string language, string text, string expected) => Assert.Equal(expected, Read(text, language));

    [Theory]
    [InlineData("On n'y arrive plus", true)]
    [InlineData("On n'arrive avec Excel jamais plus", true)]
    [InlineData("On veut plus", false)]
    [InlineData("On ne va, disons, plus", false)]
    [InlineData("On ne va avec Excel Word plus", false)]
    [InlineData("On ne va avec Excel plus", true)]
    public void No_more_is_a_negation(string text, bool isNegated)
    {
        var read = Said.Text(text, "fr");
        Assert.Equal(isNegated, read.Polarities[read.Tokens.Count - 1] == Polarity.Negative);
    }

    [Theory]
    [InlineData("en", "If it works, we pay", "0")]
    [InlineData("en", "We pay if it works", "0")]
    [InlineData("en", "We pay, if it works", "1")]
    [InlineData("en", "We pay, even if it works", "")]
    [InlineData("en", "It is as if, and if so, it works", "1")]
    [InlineData("de", "Wenn es geht, zahlen wir", "0")]
    [InlineData("fr", "On paie, comme si tout allait", "")]
    [InlineData("es", "Si funciona, pagamos", "0")]
    [InlineData("pt", "Pagamos, caso funcione", "1")]
    public void Clause_with_a_condition(string language, string text, string clauses)
    {
        var read = Said.Text(text, language);
        Assert.Equal(clauses, string.Join(' ', Enumerable.Range(0, 4).Where(read.Polarities.IsConditional)));
    }

    [Theory]
    [InlineData("en", "They lack checks", "lack")]
    [InlineData("en", "It is touchless", "touchless")]
    [InlineData("en", "Much less is done", "")]
    [InlineData("en", "It is an unless", "")]
    [InlineData("de", "Das ist fehlerfrei und papierlos", "fehlerfrei papierlos")]
    [InlineData("de", "Das ist frei", "")]
    [InlineData("fr", "Il manque tout", "manque")]
    public void Word_of_a_lack(string language, string text, string words)
    {
        var read = Said.Text(text, language);
        var found = Enumerable.Range(0, read.Tokens.Count).Where(read.Polarities.IsMissingWord).ToArray();

        Assert.Equal(words, string.Join(' ', found.Select(i => read.Tokens[i].Text)));
        Assert.Equal(found.Length > 0, read.Polarities.SaysMissing);
        Assert.All(found, i => Assert.True(read.Polarities.IsMissing(read.Tokens[i].Clause)));
    }

    private static string Read(string text, string language)
    {
        var read = Said.Text(text, language);
        return string.Join(' ', read.Tokens.Select((token, i) => read.Polarities[i] switch
        {
            Polarity.Negative => "-",
            Polarity.Subject => "~",
            Polarity.Open => "?",
            _ => "",
        } + token.Text));
    }
}
