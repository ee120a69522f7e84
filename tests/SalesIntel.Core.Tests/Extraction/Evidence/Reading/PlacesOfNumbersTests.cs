using System.Globalization;

namespace SalesIntel.Extraction;

/// <summary>Where numbers and dates stand in a text, how they are written, and what belongs to them.</summary>
public sealed class PlacesOfNumbersTests
{
    // The words that it takes, its scale, and whether it is written in digits.
    [Theory]
    [InlineData("some twenty five thousand users", "1-3 x1000 words")]
    [InlineData("some 2.5 million users", "1-3 x1000000 digits")]
    [InlineData("a quarter of a million", "1-4 x1000000 words")]
    [InlineData("some half a million users", "1-3 x1000000 words")]
    [InlineData("some half thousand users", "1-2 x1000 words")]
    [InlineData("some twenty k", "1-2 x1000 words")]
    [InlineData("some two and a half users", "1-4 x1 words")]
    [InlineData("some two and a half million users", "1-5 x1000000 words")]
    [InlineData("some two thousand and a half users", "1-5 x1000 words")]
    [InlineData("some four point two users", "1-3 x1 words")]
    [InlineData("some four point two million users", "1-4 x1000000 words")]
    [InlineData("some two hundred users", "1-2 x100 words")]
    [InlineData("some hundred and five users", "1-3 x1 words")]
    [InlineData("both of them", "0-0 x1 words")]
    public void Number(string text, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Said.Text(text).Quantities.Select(number => string.Create(
            CultureInfo.InvariantCulture, $"{number.First}-{number.Last} x{number.Scale} {(number.IsLiteral ? "digits" : "words")}"))));

    [Theory]
    [InlineData("twenty twenty seven", "20 27 2027")]
    [InlineData("twenty one thirty one", "21 31 2131")]
    [InlineData("ten ten", "10 10 1010")]
    [InlineData("nine twenty", "9 20")]
    [InlineData("20 27", "20 27")]
    [InlineData("twenty 27", "20 27")]
    [InlineData("twenty hundred", "2000")]
    [InlineData("twenty or thirty", "20 30")]
    [InlineData("twenty five to thirty thousand", "25/25000 30000")]
    [InlineData("twenty five some thirty thousand", "25 30000")]
    public void Two_numbers_that_may_be_one(string text, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Said.Text(text).Quantities.Select(number =>
            string.Join('/', number.Values.Select(value => value.ToString(CultureInfo.InvariantCulture))))));

    [Theory]
    [InlineData("twenty to thirty euros", "EUR EUR")]
    [InlineData("twenty days to thirty euros", "day EUR")]
    [InlineData("twenty thirty euros", "EUR EUR EUR")]
    [InlineData("twenty by thirty euros", " EUR")]
    [InlineData("$20 to 30 thousand euros", "USD EUR")]
    [InlineData("twenty to thirty thousand euros", "EUR EUR")]
    [InlineData("20 of the big euros", "EUR")]
    [InlineData("20 of the very big euros", "")]
    [InlineData("EUR 20", "EUR")]
    [InlineData("weeks 20", "")]
    [InlineData("some 20", "")]
    public void Unit_belongs_to_both_ends(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', Said.Text(text).Quantities.Select(number => number.Unit)));

    [Theory]
    [InlineData("the twenty fourth of November", "1-4 24.11.")]
    [InlineData("November twenty four", "0-2 24.11.")]
    [InlineData("November twenty four, 2027", "0-3 24.11.2027")]
    [InlineData("in November twenty twenty seven", "1-2 20.11.")]
    [InlineData("on 2027-01-14 or so", "1-3 14.1.2027")]
    [InlineData("the 24th of the November", "1-4 24.11.")]
    [InlineData("the 24th of the last November", "5-5 .11.")]
    [InlineData("1 November", "0-1 1.11.")]
    [InlineData("31 October", "0-1 31.10.")]
    [InlineData("32 October", "1-1 .10.")]
    [InlineData("October 1990", "0-1 .10.1990")]
    [InlineData("October 1989", "0-0 .10.")]
    [InlineData("October 2100", "0-1 .10.2100")]
    [InlineData("October 2101", "0-0 .10.")]
    [InlineData("24 days of November", "3-3 .11.")]
    public void Date(string text, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Said.Text(text).Dates.Select(date => string.Create(
            CultureInfo.InvariantCulture, $"{date.First}-{date.Last} {date.Day}.{date.Month}.{date.Year}"))));

    [Theory]
    [InlineData("en", "we mon it", "")]
    [InlineData("en", "on Mon it is", "1")]
    [InlineData("en", "on tues it is", "2")]
    [InlineData("pt", "É até segunda que vem", "1")]
    [InlineData("fr", "depuis mars", "")]
    public void Weekday(string language, string text, string expected) => Assert.Equal(
        expected, string.Join(' ', Said.Text(text, language).Dates.Where(date => date.Weekday is not null).Select(date => date.Weekday)));

    [Theory]
    [InlineData("fr", "depuis mars", "3")]
    [InlineData("fr", "après mai", "5")]
    [InlineData("fr", "avant mars", "3")]
    [InlineData("en", "they march", "")]
    public void Month(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Said.Text(text, language).Dates.Select(date => date.Month)));

    [Theory]
    [InlineData("de", "im 2. Quartal", "quarter 2 0")]
    [InlineData("de", "2 Quartale lang", "unit quarter 0")]
    [InlineData("de", "im zweiten Quartal", "quarter 2 0")]
    [InlineData("en", "the second day", "")]
    [InlineData("en", "the second", "")]
    [InlineData("en", "we are 2", "")]
    [InlineData("en", "we are 2.", "")]
    [InlineData("en", "the end of this May", "month 5 2 end")]
    [InlineData("en", "the end of this very May", "month 5 2")]
    [InlineData("en", "the next big Friday", "weekday 5 1")]
    [InlineData("en", "the next very big Friday", "weekday 5 0")]
    [InlineData("en", "until the end of May", "month 5 0 end until")]
    [InlineData("en", "until some big end of May", "month 5 0 end")]
    [InlineData("en", "next, Friday", "weekday 5 0")]
    [InlineData("fr", "vendredi prochain", "weekday 5 1")]
    [InlineData("fr", "vendredi le prochain", "weekday 5 1")]
    [InlineData("fr", "vendredi le bon prochain", "weekday 5 0")]
    [InlineData("fr", "le 24 mai prochain", "month 5 1")]
    public void Time(string language, string text, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Said.Text(text, language).Times.Select(time => $"{time.Kind} {time.Name} {time.Direction} {time.Edge} {time.Bound}".TrimEnd())));

    [Theory]
    [InlineData("Twenty five clerks pay x", "clerks")]
    [InlineData("Clerks meet on the 24th of November, clerks say", "clerks meet")]
    public void Words_that_say_something_are_no_numbers_and_no_dates(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Said.Text(text).ContentWords.Where(word => word is not ("pay" or "say"))));

    [Theory]
    [InlineData("ab 予算", true)]
    [InlineData("a 予算", false)]
    [InlineData("ẽ", true)]
    [InlineData("Ḁ", true)]
    [InlineData("ỿ", true)]
    [InlineData("ɐ", false)]
    [InlineData("ἀ", false)]
    public void Most_letters_tell_the_script(string text, bool isLatin) => Assert.Equal(isLatin, Said.Text(text).IsLatin);
}
