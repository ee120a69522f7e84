using System.Globalization;

namespace SalesIntel.Extraction;

/// <summary>Numbers as people write and say them, in five languages: what each can mean, its unit, and the word that it counts.</summary>
public sealed class NumberReadingTests
{
    [Theory]
    [InlineData("nothing here", "")]
    [InlineData("30 people", "30 people")]
    [InlineData("30k people", "30000 people")]
    [InlineData("30 k people", "30000 people")]
    [InlineData("1.5 million users", "1500000 users")]
    [InlineData("1.5m users", "1500000 users")]
    [InlineData("2 hundred users", "200 users")]
    [InlineData("between fifteen thousand and twenty-five users", "15000; 25 users")]
    [InlineData("4.500 users", "4500/4.5 users")]
    [InlineData("4,500 users", "4500/4.5 users")]
    [InlineData("4,500.50 users", "4500.5 users")]
    [InlineData("4,500.125 users", "4500.125 users")]
    [InlineData("4.500,125 users", "4500.125 users")]
    [InlineData("4.500.000 users", "4500000 users")]
    [InlineData("1'250'000 users", "1250000 users")]
    [InlineData("12 500 users", "12500 users")]
    [InlineData("19.5 users", "19.5 users")]
    [InlineData("$30k", "30000 USD")]
    [InlineData("€ 20 per seat", "20 EUR seat")]
    [InlineData("20 € per seat", "20 EUR seat")]
    [InlineData("R$ 500", "500 BRL")]
    [InlineData("12 %", "12 %")]
    [InlineData("2fa login", "")]
    [InlineData("the 24th of it", "24")]
    [InlineData("nine days", "9 day days")]
    [InlineData("twenty-one users", "21 users")]
    [InlineData("one hundred and five users", "105 users")]
    [InlineData("two hundred users", "200 users")]
    [InlineData("four hundred and thirty thousand users", "430000 users")]
    [InlineData("a million two hundred thousand users", "1200000 users")]
    [InlineData("half a million users", "500000 users")]
    [InlineData("a quarter of a million users", "250000 users")]
    [InlineData("six and a half users", "6.5 users")]
    [InlineData("two and a half million users", "2500000 users")]
    [InlineData("four point two million users", "4200000 users")]
    [InlineData("four point two five users", "4.25 users")]
    [InlineData("two to three hundred users", "2/200; 300 users")]
    [InlineData("20 to 25 days", "20 day; 25 day days")]
    [InlineData("five, six users", "5; 6 users")]
    [InlineData("twenty k users", "20000 users")]
    [InlineData("both of them", "2")]
    public void English(string text, string expected) => Assert.Equal(expected, Read(text, "en"));

    [Theory]
    [InlineData("einundzwanzig Leute", "21 leute")]
    [InlineData("zweihundert Leute", "200 leute")]
    [InlineData("dreihundertfünfundvierzigtausend Leute", "345000 leute")]
    [InlineData("hundertfünf Leute", "105 leute")]
    [InlineData("tausendundeins Leute", "1001 leute")]
    [InlineData("zweieinhalb Leute", "2.5 leute")]
    [InlineData("vier Komma fünf Leute", "4.5 leute")]
    [InlineData("am vierundzwanzigsten", "24")]
    [InlineData("der Hund und die Wunde", "")]
    public void German(string text, string expected) => Assert.Equal(expected, Read(text, "de"));

    [Theory]
    [InlineData("quatre-vingt-dix personnes", "90 personnes")]
    [InlineData("quatre-vingt-dix-sept personnes", "97 personnes")]
    [InlineData("soixante et onze personnes", "71 personnes")]
    [InlineData("soixante-dix-huit personnes", "78 personnes")]
    [InlineData("dix-sept personnes", "17 personnes")]
    [InlineData("vingt et un mille personnes", "21000 personnes")]
    [InlineData("deux et demi", "2.5")]
    public void French(string text, string expected) => Assert.Equal(expected, Read(text, "fr"));

    [Theory]
    [InlineData("treinta y cinco personas", "35 personas")]
    [InlineData("doscientas personas", "200 personas")]
    [InlineData("dos mil quinientas personas", "2500 personas")]
    public void Spanish(string text, string expected) => Assert.Equal(expected, Read(text, "es"));

    [Theory]
    [InlineData("trinta e cinco pessoas", "35 pessoas")]
    [InlineData("duzentas pessoas", "200 pessoas")]
    public void Portuguese(string text, string expected) => Assert.Equal(expected, Read(text, "pt"));

    [Theory]
    [InlineData("one user", true)]
    [InlineData("1 user", false)]
    [InlineData("two users", false)]
    [InlineData("both users", true)]
    [InlineData("half of it", true)]
    public void Small_words_need_no_proof(string text, bool isWeak) => Assert.Equal(isWeak, Assert.Single(Quantities(text, "en")).IsWeak);

    [Fact]
    public void Two_numbers_are_the_same_when_one_of_their_readings_is()
    {
        var (read, same, other) = (One("4.500 users"), One("4500 users"), One("450 users"));

        Assert.True(read.HasValueOf(same));
        Assert.True(read.HasValueOf(One("4.5 users")));
        Assert.False(read.HasValueOf(other));

        static Quantity One(string text) => Assert.Single(Quantities(text, "en"));
    }

    private static IReadOnlyList<Quantity> Quantities(string text, string language) =>
        NumberReader.Read(text, TokenReader.Read(text), LanguageWords.All.Single(one => one.Code == language));

    private static string Read(string text, string language) => string.Join("; ", Quantities(text, language).Select(quantity => string.Join(
        ' ',
        new[] { string.Join('/', quantity.Values.Select(value => value.ToString(CultureInfo.InvariantCulture))), quantity.Unit, quantity.Noun }
            .Where(part => part.Length > 0))));
}
