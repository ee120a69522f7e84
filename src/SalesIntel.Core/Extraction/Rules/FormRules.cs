using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>How fields are read from a form: one rule for each field that rules fill. Never more than is stated, but for the inferences
/// from
/// the mail domain and the time zone.</summary>
internal static class FormRules
{
    private const int MaxSignals = 3;

    private static readonly Dictionary<string, Func<FormReading, IReadOnlyList<AnswerClaim>>> ByField = new(StringComparer.Ordinal)
    {
        [LeadFields.FirstName.Name] = reading => Name(reading, isFirst: true),
        [LeadFields.LastName.Name] = reading => Name(reading, isFirst: false),
        [LeadFields.CompanyName.Name] = reading => First(
            reading.Of(FormTopic.Company, CompanyText.Name), () => MailDomains.Name(OwnDomain(reading))),
        [LeadFields.CompanyWebsite.Name] = reading => First(reading.Of(FormTopic.Website, Website), () => OwnDomain(reading)),
        [LeadFields.CompanyType.Name] = reading => reading.Of(FormTopic.CompanyType),
        [LeadFields.CompanyDescription.Name] = reading => reading.Of(FormTopic.CompanyDescription),
        [LeadFields.Industry.Name] = reading => reading.Of(FormTopic.Industry),
        [LeadFields.TeamSize.Name] = TeamSize,
        [LeadFields.Country.Name] = reading => First(
            [.. reading.Of(FormTopic.Country, Country), .. reading.Of(FormTopic.Location, Placed), .. reading.Of(FormTopic.City, Placed)],
            () => TimeZoneCountries.Country(reading.Form.TimeZone)),
        [LeadFields.StateOrRegion.Name] = reading => First(
            [
                .. reading.Of(FormTopic.State, text => PlaceText.Of(text) is { City: var first } ? first : ""),
                .. reading.Of(FormTopic.Location, text => PlaceText.Of(text).Region),
                .. reading.Of(FormTopic.City, text => PlaceText.Of(text).Region),
            ]),
        [LeadFields.City.Name] = reading => First(
            [
                .. reading.Of(FormTopic.City, text => PlaceText.Of(text).City),
                .. reading.Of(FormTopic.Location, text => PlaceText.Of(text).City),
            ]),
        [LeadFields.Phone.Name] = reading => First(reading.Of(FormTopic.Phone, PhoneText.Find)),
        [LeadFields.ReferredBy.Name] = reading => First(
            reading.Of(FormTopic.Referral), () => TextCleaner.Line(reading.Form.Tracking.GetValueOrDefault("utm_source"))),
        [LeadFields.ToolsInUse.Name] = reading => [.. reading.Of(FormTopic.ToolsUsed), .. reading.Of(FormTopic.Tools)],
        [LeadFields.PainPoints.Name] = reading => reading.Of(FormTopic.Pain),
        [LeadFields.DemoObjectives.Name] = reading => reading.Of(FormTopic.Goal),
        [LeadFields.AdditionalNotes.Name] = reading => reading.Others(),
        [LeadFields.BudgetSignal.Name] = reading => Signal(reading, "budget", LeadFields.BudgetSignal),
        [LeadFields.AuthoritySignal.Name] = reading => Signal(reading, "authority", LeadFields.AuthoritySignal),
        [LeadFields.NeedSignal.Name] = reading => Signal(reading, "need", LeadFields.NeedSignal),
        [LeadFields.TimingSignal.Name] = reading => Signal(reading, "timing", LeadFields.TimingSignal),
    };

    // What forms ask to learn a signal.
    private static readonly Dictionary<string, FormTopic[]> SignalTopics = new(StringComparer.Ordinal)
    {
        [LeadFields.BudgetSignal.Name] = [FormTopic.Budget],
        [LeadFields.AuthoritySignal.Name] = [FormTopic.Role, FormTopic.Authority],
        [LeadFields.NeedSignal.Name] = [FormTopic.Pain],
        [LeadFields.TimingSignal.Name] = [FormTopic.Timing],
    };

    /// <summary>True when a rule fills the field; else it has only what answers a question that names it.</summary>
    public static bool Fills(LeadField field) => ByField.ContainsKey(field.Name);

    /// <summary>What a form tells about a field; none when nothing.</summary>
    public static IReadOnlyList<AnswerClaim> Read(LeadField field, FormReading reading) =>
        ByField.TryGetValue(field.Name, out var rule) && rule(reading) is [_, ..] claims ? claims : reading.Named(field);

    /// <summary>What was answered where the form asked for a signal itself; none for a field that is no signal. A position tells little of
    /// who decides, and a problem little of how much it matters: what follows from these is left to who reads the whole.</summary>
    public static IReadOnlyList<AnswerClaim> AskedSignal(LeadField field, FormReading reading) =>
        SignalTopics.TryGetValue(field.Name, out var topics) ? [.. Answers(reading, topics.Except([FormTopic.Role, FormTopic.Pain]))] : [];

    private static IEnumerable<AnswerClaim> Answers(FormReading reading, IEnumerable<FormTopic> topics) =>
        topics.SelectMany(topic => reading.Of(topic));

    private static IReadOnlyList<AnswerClaim> First(IReadOnlyList<AnswerClaim> claims, Func<string>? inferred = null) =>
        claims.Count > 0 ? [claims[0]]
        : inferred?.Invoke() is { Length: > 0 } text ? [new AnswerClaim("", "", text)]
        : [];

    private static string Website(string text) => FieldText.FirstWebAddress(text) is var address && !FieldText.IsProfile(address) ? address : "";

    private static string OwnDomain(FormReading reading) =>
        MailDomains.Of(reading.Form.Email) is var domain && MailDomains.IsFreeMail(domain) ? "" : domain;

    // What the form's own fields say wins; an answer counts where they are empty.
    private static IReadOnlyList<AnswerClaim> Name(FormReading reading, bool isFirst)
    {
        var (first, last) = reading.Form.Person;
        if (first.Length + last.Length == 0)
        {
            (first, last) = PersonName.Split(
                reading.Text(FormTopic.FirstName),
                reading.Text(FormTopic.LastName),
                reading.Text(FormTopic.FullName),
                reading.Form.Employer);
        }

        return (isFirst ? first : last) is { Length: > 0 } text ? [new AnswerClaim("", "", text)] : [];
    }

    // People who work there come before people who would use it; places, orders and what else can be counted are no team.
    private static IReadOnlyList<AnswerClaim> TeamSize(FormReading reading) =>
        First([.. reading.Of(FormTopic.Staff, TeamSizeText.Of), .. reading.Of(FormTopic.Users, TeamSizeText.Of)]);

    private static string Country(string text) => Placed(text) is { Length: > 0 } country ? country : CompanyText.Short(text);

    private static string Placed(string text) => PlaceText.Of(text).Country;

    // What was asked for directly is answered; elsewhere in the form it may be mentioned.
    private static IReadOnlyList<AnswerClaim> Signal(FormReading reading, string concept, LeadField field) =>
        Answers(reading, SignalTopics[field.Name]).ToList() is [_, ..] asked
            ? asked
            : reading.Sentences(SpokenRules.Grammar.Concept($"signal.{concept}"), MaxSignals);
}
