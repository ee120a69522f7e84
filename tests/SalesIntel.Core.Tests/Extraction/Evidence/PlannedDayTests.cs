using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A next step says on which day it is due: whoever reads it in the CRM a week later does not know from when "tomorrow" counts. The
/// meetings are on Wednesday, the 18th of November 2026.</summary>
public sealed class PlannedDayTests
{
    private static readonly DateTimeOffset Wednesday = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("I send the quote on Monday", "I send the quote on Monday (Monday: 2026-11-23)")]
    [InlineData("The contract goes out this Thursday", "The contract goes out this Thursday (Thursday: 2026-11-19)")]
    [InlineData("I send the questionnaire today", "I send the questionnaire today (today: 2026-11-18)")]
    [InlineData("I send the logo tonight", "I send the logo tonight (tonight: 2026-11-18)")]
    [InlineData("The drawings come by the end of the week", "The drawings come by the end of the week (end of the week: 2026-11-20)")]
    [InlineData("The drawings come by the end of next week", "The drawings come by the end of next week (end of next week: 2026-11-27)")]
    [InlineData("The auditor calls by the end of the month", "The auditor calls by the end of the month (end of the month: 2026-11-30)")]
    [InlineData("I send photos of the fair of last Friday", "I send photos of the fair of last Friday")]
    [InlineData("I send reminders every Friday", "I send reminders every Friday")]
    [InlineData("Payment within thirty days is fine", "Payment within thirty days is fine")]
    [InlineData("Zahlung in dreißig Tagen ist üblich", "Zahlung in dreißig Tagen ist üblich")]
    [InlineData("I send the papers next week", "I send the papers next week")]
    [InlineData("Die Zahlen kommen heute in einer Woche", "Die Zahlen kommen heute in einer Woche (in einer Woche: 2026-11-25)")]
    [InlineData("Die Liste kommt am Donnerstag", "Die Liste kommt am Donnerstag (Donnerstag: 2026-11-19)")]
    [InlineData("Die Zeichnungen kommen bis Ende der Woche", "Die Zeichnungen kommen bis Ende der Woche (Ende der Woche: 2026-11-20)")]
    [InlineData("Die Freigabe kommt bis Monatsende", "Die Freigabe kommt bis Monatsende (Monatsende: 2026-11-30)")]
    [InlineData("Wir zählen jeden Freitag die Ware", "Wir zählen jeden Freitag die Ware")]
    [InlineData("J'envoie le devis d'ici vendredi", "J'envoie le devis d'ici vendredi (vendredi: 2026-11-20)")]
    [InlineData("Les plans arrivent avant la fin de la semaine", "Les plans arrivent avant la fin de la semaine (fin de la semaine: 2026-11-20)")]
    [InlineData("Je vous appelle lundi pour le devis", "Je vous appelle lundi pour le devis (lundi: 2026-11-23)")]
    [InlineData("Te envío la oferta antes del viernes", "Te envío la oferta antes del viernes (viernes: 2026-11-20)")]
    [InlineData("Te envío la oferta dentro de diez días", "Te envío la oferta dentro de diez días (dentro de diez días: 2026-11-28)")]
    [InlineData("Te mando el contrato el lunes que viene", "Te mando el contrato el lunes que viene (lunes: 2026-11-23)")]
    [InlineData("O piloto começa daqui a duas semanas", "O piloto começa daqui a duas semanas (daqui a duas semanas: 2026-12-02)")]
    [InlineData("Os desenhos chegam até ao fim da semana", "Os desenhos chegam até ao fim da semana (fim da semana: 2026-11-20)")]
    public void Day_stands_behind_the_words(string step, string expected) => Assert.Equal(expected, Steps(Wednesday, step));

    [Theory]
    [InlineData("2026-11-21T10:00:00Z", "It comes by the end of the week", "It comes by the end of the week")]
    [InlineData("2026-11-21T10:00:00Z", "It comes by the end of next week", "It comes by the end of next week (end of next week: 2026-11-27)")]
    [InlineData("2026-12-18T10:00:00Z", "It comes by the end of next month", "It comes by the end of next month (end of next month: 2027-01-31)")]
    [InlineData("2026-11-18T10:00:00Z", "It comes by the end of the quarter", "It comes by the end of the quarter (end of the quarter: 2026-12-31)")]
    [InlineData("2026-11-18T10:00:00Z", "It comes by the end of the year", "It comes by the end of the year (end of the year: 2026-12-31)")]
    public void End_is_that_of_the_time_in_which_it_is_said(string start, string step, string expected) =>
        Assert.Equal(expected, Steps(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), step));

    // In the evening of New York it is the next day in Greenwich.
    [Theory]
    [InlineData("America/New_York", "2026-11-21")]
    [InlineData("Europe/Berlin", "2026-11-22")]
    [InlineData("", "2026-11-22")]
    public void Day_counts_where_the_host_is(string zone, string day) => Assert.Equal(
        $"I send the recipe tomorrow (tomorrow: {day})", Steps(new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.Zero), "I send the recipe tomorrow", zone));

    [Fact]
    public async Task Rules_reckon_the_days_of_the_recorders_own_list()
    {
        var result = await new RuleExtractor(team: Team("")).ExtractAsync(
            new MeetingDocument(Meeting(Wednesday, "I see.") with { ActionItems = ["Nora sends the quote by Friday."] }, Wednesday),
            FieldCatalog.Default,
            CancellationToken.None);

        Assert.Equal("Nora sends the quote by Friday. (Friday: 2026-11-20)", result.Values[MeetingFields.NextSteps].Text);
    }

    private static string Steps(DateTimeOffset start, string step, string zone = "") =>
        new SpokenEvidence(Meeting(start, step + "."), Team(zone), new FieldText(new ExtractionOptions())).Lines(MeetingFields.NextSteps, step, []).Text;

    private static TeamOptions Team(string zone) => new()
    {
        InternalDomains = ["seller.example"],
        HostTimeZones = new Dictionary<string, string> { ["nora@seller.example"] = zone.Length > 0 ? zone : "UTC" },
    };

    private static Meeting Meeting(DateTimeOffset start, string said) => new()
    {
        SessionId = "1",
        Start = start,
        Owner = new MeetingAttendee("Nora Feld", "nora@seller.example"),
        Attendees = [new MeetingAttendee("Nora Feld", "nora@seller.example"), new MeetingAttendee("Ada Quill", "ada@quill.example")],
        Transcript = [new TranscriptTurn("Ada Quill", said, start)],
    };
}
