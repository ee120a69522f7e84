using System.Text.RegularExpressions;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>How fields are read from a form by keywords: one rule for each field that rules fill. Never more than is stated, but for the
/// inferences from the mail domain and the time zone.</summary>
internal static partial class FormRules
{
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MaxSignals = 3;

    private static readonly Dictionary<string, Func<FormReading, string>> ByField = new(StringComparer.Ordinal)
    {
        [LeadFields.FirstName.Name] = reading => reading.Form.Person.First,
        [LeadFields.LastName.Name] = reading => reading.Form.Person.Last,
        [LeadFields.CompanyName.Name] = reading => reading.Answer(FormTopics.Company) is { Length: > 0 } company
            ? company
            : MailDomains.Name(OwnDomain(reading)),
        [LeadFields.CompanyWebsite.Name] = reading => FieldText.WebAddress(reading.Answer(FormTopics.Website)) is { Length: > 0 } website
            ? website
            : OwnDomain(reading),
        [LeadFields.Industry.Name] = reading => reading.Answer(FormTopics.Industry),
        [LeadFields.TeamSize.Name] = reading => reading.Answer(FormTopics.TeamSize),
        [LeadFields.Country.Name] = reading => reading.Answer(FormTopics.Country) is { Length: > 0 } country
            ? country
            : TimeZoneCountries.Country(reading.Form.TimeZone),
        [LeadFields.StateOrRegion.Name] = reading => reading.Answer(FormTopics.State),
        [LeadFields.City.Name] = reading => reading.Answer(FormTopics.City),
        [LeadFields.Phone.Name] = reading => reading.Answer(FormTopics.Phone),
        [LeadFields.ReferredBy.Name] = reading => reading.Answer(FormTopics.Referral) is { Length: > 0 } referral
            ? referral
            : TextCleaner.Line(reading.Form.Tracking.GetValueOrDefault("utm_source")),
        [LeadFields.ToolsInUse.Name] = reading => reading.Answer(FormTopics.Tools),
        [LeadFields.PainPoints.Name] = reading => reading.Answer(FormTopics.Pain),
        [LeadFields.DemoObjectives.Name] = reading => reading.Answer(FormTopics.Goal),
        [LeadFields.AdditionalNotes.Name] = reading => reading.Others(),
        [LeadFields.BudgetSignal.Name] = reading => Signals(reading, FormTopics.Budget, BudgetWords()),
        [LeadFields.AuthoritySignal.Name] = reading => Signals(reading, FormTopics.Role, AuthorityWords()),
        [LeadFields.NeedSignal.Name] = reading => Signals(reading, FormTopics.Pain, NeedWords()),
        [LeadFields.TimingSignal.Name] = reading => Signals(reading, FormTopics.Timing, TimingWords()),
    };

    /// <summary>True when a rule fills the field; else it has only what answers a question that names it.</summary>
    public static bool Fills(LeadField field) => ByField.ContainsKey(field.Name);

    /// <summary>What a form tells about a field; empty when nothing.</summary>
    public static string Read(LeadField field, FormReading reading) =>
        ByField.TryGetValue(field.Name, out var rule) ? rule(reading) : reading.Named(field);

    private static string OwnDomain(FormReading reading) =>
        MailDomains.Of(reading.Form.Email) is var domain && MailDomains.IsFreeMail(domain) ? "" : domain;

    private static string Signals(FormReading reading, Regex topic, Regex words)
    {
        var answer = reading.Answer(topic);
        return string.Join('\n', reading.Sentences(words, MaxSignals).Split('\n')
            .Where(sentence => sentence.Length > 0 && !answer.Contains(sentence, StringComparison.Ordinal))
            .Prepend(answer).Where(text => text.Length > 0));
    }

    [GeneratedRegex(@"\b(budget\w*|cost(s|ly)?|price|pricing|spend\w*|dollars?|euros?|afford\w*|invest\w*)\b|[$€£]\s?\d|\d\s?(usd|eur|gbp)\b", Flags)]
    private static partial Regex BudgetWords();

    [GeneratedRegex(@"\b(decision|decide\w*|approve the purchase|sign[- ]off on (the )?(tool|purchase|budget)|my (boss|manager|team)|procurement|i own|head of|director|ceo|cto|coo|founder|owner)\b", Flags)]
    private static partial Regex AuthorityWords();

    [GeneratedRegex(@"\b(need\w*|lost|lose|slow|takes (almost|over|about|too)|errors?|mistakes?|reprint\w*|delay\w*|manual\w*|struggl\w*|problem\w*|waiting)\b", Flags)]
    private static partial Regex NeedWords();

    [GeneratedRegex(@"\b(deadline|asap|urgent\w*|by (the )?(end|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|next (week|month|quarter|year)|this (week|month|quarter|year)|go[- ]live|launch\w*|immediately)\b", Flags)]
    private static partial Regex TimingWords();
}
