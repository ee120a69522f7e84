using System.Globalization;
using System.Text.Json;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

/// <summary>Dates as programs write them for people, in the forms of their countries.</summary>
public sealed class WrittenTimeTests
{
    // Each of them says the 13th of a month.
    private const string DayFirst =
        "13/12/2026 15:00|13/12/2026, 15:00|13/12/2026 15:00:00|13-12-2026 15:00|13/12/2026 15h00|13/12/2026 15h|13/12/2026 3:00 PM|"
        + "13/12/2026 16:00 +01:00|13/12/2026 16:00 CET|13/12/2026 à 15:00|13/12/2026 a las 15:00|13/12/2026 às 15h|13/12/2026 om 15:00 uur|"
        + "Sunday, 13/12/2026 15:00|dim. 13/12/2026 15:00|13/12/2026 3:00 p. m.";

    private const string MonthFirst = "12/13/2026 15:00|12/13/2026 3:00 PM|12/13/2026, 3:00:00 PM|12-13-2026 15:00|12/13/2026 10:00 AM EST";

    private const string WithDots =
        "08.12.2026 15:00|8.12.2026 15:00:00|08.12.2026, 15:00 Uhr|08.12.2026 um 15 Uhr|08.12.2026 um 15:00 Uhr|08. 12. 2026 15:00|"
        + "08.12.2026 15.00|Di., 08.12.2026, 15:00|Dienstag, den 08.12.2026 15:00|08.12.2026 16:00 MEZ|08.12.2026 kl. 15.00|08.12.2026 klo 15.00";

    private const string MachineForms =
        "Tue Dec  8 15:00:00 2026|Tue Dec 8 15:00:00 2026|Tue Dec  8 15:00:00 UTC 2026|Tue Dec  8 16:00:00 CET 2026|"
        + "/Date(1796742000000)/|/Date(1796742000000+0100)/|\\/Date(1796742000000)\\/|2026年12月8日 15:00|2026年12月8日 15時00分|2026年12月8日(火) 15:00|"
        + "2026年12月8日 午後3:00|2026년 12월 8일 15:00|2026년 12월 8일 오후 3:00|2026年12月8日 15时";

    private const string ClockFirst =
        "03:00pm - Tuesday, December 8, 2026|3:00 PM - Tuesday, 8 December 2026|15:00 - Tuesday, 8 December 2026|15:00, 8 December 2026|"
        + "15:00 08.12.2026|15:00 - mardi 8 décembre 2026|04:00pm - Tuesday, 8 December 2026 (Central European Time)|"
        + "10:00am - Tuesday, December 8, 2026 (Eastern Time - US & Canada)";

    private const string French =
        "8 décembre 2026 15:00|mardi 8 décembre 2026 à 15:00|mardi 8 décembre 2026 à 15h00|8 déc. 2026 15:00|le 8 decembre 2026 à 15 h|mar. 8 déc. 2026, 15:00";

    private const string German =
        "8. Dezember 2026 15:00|Dienstag, 8. Dezember 2026 um 15:00 Uhr|8. Dez. 2026 15:00|Dienstag, den 8. Dezember 2026, 15 Uhr|08.Dez.2026 15:00|Di, 8. Dez 2026 16:00 MEZ";

    private const string Spanish =
        "8 de diciembre de 2026, 15:00|martes, 8 de diciembre de 2026 15:00|8 dic 2026 15:00|8 de diciembre de 2026 a las 15:00 h|8 dic. 2026 3:00 p. m.|8 de diciembre del 2026 15:00";

    private const string Portuguese =
        "8 de dezembro de 2026 15:00|terça-feira, 8 de dezembro de 2026 às 15:00|8 de dez. de 2026 15:00|8 dez 2026 às 15h00";

    private const string Italian =
        "8 dicembre 2026 15:00|martedì 8 dicembre 2026 alle 15:00|mar 8 dic 2026, 15:00|8 dicembre 2026 ore 15|martedì 8 dicembre 2026 alle ore 15:00";

    private const string Dutch = "8 december 2026 15:00|dinsdag 8 december 2026 om 15:00 uur|di 8 dec. 2026 15:00|8 december 2026 om 15 uur";

    private const string Others =
        "tirsdag den 8. december 2026 kl. 15.00|tisdag 8 december 2026 kl. 15:00|8 grudnia 2026, 15:00|8 декабря 2026 г. 15:00|вторник, 8 декабря 2026 г., 15:00|8 Aralık 2026 15:00";

    // The first of a month, by number.
    private const string Months =
        "1=1 janvier|1 Januar|1 Jänner|1 enero|1 ene|1 janeiro|1 gennaio|1 gen|1º gennaio|1 januari|1er janvier|1 января|1 Ocak;2=1 février|1 févr.|1 Februar|1 febrero|"
        + "1 fevereiro|1 fev|1 febbraio|1 februari|1 Feber;3=1 mars|1. März|1 Maerz|1 marzo|1 março|1 maart|1 mrt|1 marts|1 Mart;4=1 avril|1 avr.|1 abril|1 abr|1 aprile|1 april;"
        + "5=1 mai|1 Mai|1 mayo|1 maio|1 maggio|1 mag|1 mei|1 maj;6=1 juin|1 Juni|1 junio|1 junho|1 giugno|1 giu;7=1 juillet|1 juil.|1 Juli|1 julio|1 julho|1 luglio|1 lug;"
        + "8=1 août|1 aout|1 August|1 agosto|1 ago|1 augustus|1 augusti;9=1 septembre|1 sept.|1 septiembre|1 setembro|1 set|1 settembre|1 september;"
        + "10=1 octobre|1 Oktober|1 Okt.|1 octubre|1 outubro|1 out|1 ottobre|1 ott|1 oktober;11=1 novembre|1 noviembre|1 novembro|1 november;12=1 décembre|1 Dezember|1 diciembre|1 dezembro|1 dicembre|1 december";

    [Theory]
    [InlineData(DayFirst, "2026-12-13T15:00:00")]
    [InlineData(MonthFirst, "2026-12-13T15:00:00")]
    [InlineData(WithDots, "2026-12-08T15:00:00")]
    [InlineData(MachineForms, "2026-12-08T15:00:00")]
    [InlineData(ClockFirst, "2026-12-08T15:00:00")]
    [InlineData(French, "2026-12-08T15:00:00")]
    [InlineData(German, "2026-12-08T15:00:00")]
    [InlineData(Spanish, "2026-12-08T15:00:00")]
    [InlineData(Portuguese, "2026-12-08T15:00:00")]
    [InlineData(Italian, "2026-12-08T15:00:00")]
    [InlineData(Dutch, "2026-12-08T15:00:00")]
    [InlineData(Others, "2026-12-08T15:00:00")]
    [InlineData("08/08/2026 15:00", "2026-08-08T15:00:00")]
    [InlineData("13/12/2026|13.12.2026|2026年12月13日", "2026-12-13T00:00:00")]
    public void Form_of_one_meaning_is_read(string texts, string expected) =>
        Assert.All(texts.Split('|'), text => Assert.Equal($"{text}: {expected}", $"{text}: {Read(JsonSerializer.Serialize(text))}"));

    [Fact]
    public void Months_are_called_in_many_ways() => Assert.All(
        Months.Split(';').Select(month => month.Split('=')).SelectMany(month => month[1].Split('|'), (month, text) => (Number: month[0], Text: text)),
        month => Assert.Equal(
            $"{month.Text}: 2026-{month.Number.PadLeft(2, '0')}-01T15:00:00", $"{month.Text}: {Read(JsonSerializer.Serialize($"{month.Text} 2026 15:00"))}"));

    // A day and a month of which nobody knows which is which, dates that are none, and words that are no months.
    [Theory]
    [InlineData("08/12/2026 15:00|12/8/2026 3:00 PM|08-12-2026 15:00|1/2/2026|08.12.26 15:00|31/12/26 15:00")]
    [InlineData("32/12/2026 15:00|13/13/2026 15:00|31.11.2026 15:00|12.13.2026 15:00|30/02/2026 15:00|2026年13月8日 15:00|13/12/2026 25:00|13/12/2026 15:60")]
    [InlineData("8 Dezembre 2026 15:00|8 of 2026 15:00|8 lunes 2026 15:00|Version 8.12.2026 15:00|8 décembre 15:00|décembre 2026 15:00|8 dec 2026 15")]
    [InlineData("/Date()/|/Date(x)/|/Date(1796742000000|Tue Dec  8 15:00:00 IST 2026|15:00 - 8 Foo 2026|13/12/2026 15:00 Mars")]
    public void Other_text_is_no_time(string texts) =>
        Assert.All(texts.Split('|'), text => Assert.Equal($"{text}: ", $"{text}: {Read(JsonSerializer.Serialize(text))}"));

    [Theory]
    [InlineData("""{"date":"2026-12-08","time":"15:00"}""")]
    [InlineData("""{"date":"08.12.2026","time":"16:00","timeZone":"Europe/Berlin"}""")]
    [InlineData("""{"$date":{"$numberLong":"1796742000000"}}""")]
    public void Object_around_its_parts_is_read(string json) => Assert.Equal("2026-12-08T15:00:00", Read(json));

    private static string Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WireTime.Read(document.RootElement)?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) ?? "";
    }
}
