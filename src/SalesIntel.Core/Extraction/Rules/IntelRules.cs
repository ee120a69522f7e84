using System.Text.RegularExpressions;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Lead intel from a booking's answers by keywords. Never more than is stated, but for the two marked inferences.</summary>
internal static partial class IntelRules
{
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MaxSignals = 3;

    /// <summary>Reads a booking.</summary>
    public static LeadIntel Read(Booking booking)
    {
        var domain = MailDomains.Of(booking.Email);
        var (first, last) = Names(booking);
        var role = IntelQuestions.Answer(booking, IntelQuestions.Role);
        var pain = IntelQuestions.Answer(booking, IntelQuestions.Pain);
        var goals = IntelQuestions.Answer(booking, IntelQuestions.Goal);
        var company = IntelQuestions.Answer(booking, IntelQuestions.Company);
        var website = IntelQuestions.Answer(booking, IntelQuestions.Website);
        website = IntelCheck.IsWebsite(website) ? website : "";
        var phone = IntelQuestions.Answer(booking, IntelQuestions.Phone);
        var country = IntelQuestions.Answer(booking, IntelQuestions.Country);
        var zoneCountry = TimeZoneCountries.Country(booking.TimeZone);
        var ownDomain = MailDomains.IsFreeMail(domain) ? "" : domain;
        var intel = new LeadIntel
        {
            FirstName = first,
            LastName = last,
            CompanyName = company.Length > 0 || ownDomain.Length == 0
                ? company
                : $"{MailDomains.Name(ownDomain)} {IntelCheck.FromMailDomain}",
            CompanyWebsite = website.Length > 0 || ownDomain.Length == 0 ? website : $"{ownDomain} {IntelCheck.FromMailDomain}",
            Industry = IntelQuestions.Answer(booking, IntelQuestions.Industry),
            TeamSize = IntelQuestions.Answer(booking, IntelQuestions.TeamSize),
            Country = country.Length > 0 || zoneCountry.Length == 0 ? country : $"{zoneCountry} {IntelCheck.FromTimeZone}",
            StateOrRegion = IntelQuestions.Answer(booking, IntelQuestions.State),
            City = IntelQuestions.Answer(booking, IntelQuestions.City),
            Phone = phone.Length > 0 ? phone : booking.Phone,
            ReferredBy = Referral(booking),
            ToolsInUse = IntelQuestions.Answer(booking, IntelQuestions.Tools),
            StatedPainPoints = pain,
            StatedDemoObjectives = goals,
            AdditionalNotes = IntelQuestions.Others(booking),
            DemoDateTimeUtc = DemoTime.Utc(booking),
            DemoDateTimeLocal = DemoTime.Local(booking),
            BantBudgetSignal = Join(IntelQuestions.Answer(booking, IntelQuestions.Budget), Signals(booking, BudgetWords())),
            BantAuthoritySignal = Join(role, Signals(booking, AuthorityWords())),
            BantNeedSignal = Join(pain, Signals(booking, NeedWords())),
            BantTimingSignal = Join(IntelQuestions.Answer(booking, IntelQuestions.Timing), Signals(booking, TimingWords())),
        };
        return IntelAdvice.Complete(intel, role);
    }

    private static (string First, string Last) Names(Booking booking)
    {
        if (booking.FirstName.Length > 0 || booking.LastName.Length > 0)
        {
            return (booking.FirstName, booking.LastName);
        }

        var name = TextCleaner.Line(booking.Name);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (name, "") : (name[..space], name[(space + 1)..]);
    }

    private static string Referral(Booking booking)
    {
        var answer = IntelQuestions.Answer(booking, IntelQuestions.Referral);
        return answer.Length > 0 ? answer : TextCleaner.Line(booking.Tracking.GetValueOrDefault("utm_source"));
    }

    private static string Signals(Booking booking, Regex words) => string.Join('\n', booking.Answers
        .SelectMany(a => Sentences.Split(TextCleaner.Block(a.Answer)))
        .Where(sentence => words.IsMatch(sentence)).Distinct().Take(MaxSignals));

    private static string Join(string answer, string signals) =>
        string.Join('\n', signals.Split('\n')
            .Where(s => s.Length > 0 && !answer.Contains(s, StringComparison.Ordinal)).Prepend(answer).Where(s => s.Length > 0));

    [GeneratedRegex(@"\b(budget\w*|cost(s|ly)?|price|pricing|spend\w*|dollars?|euros?|afford\w*|invest\w*)\b|[$€£]\s?\d|\d\s?(usd|eur|gbp)\b", Flags)]
    private static partial Regex BudgetWords();

    [GeneratedRegex(@"\b(decision|decide\w*|approve the purchase|sign[- ]off on (the )?(tool|purchase|budget)|my (boss|manager|team)|procurement|i own|head of|director|ceo|cto|coo|founder|owner)\b", Flags)]
    private static partial Regex AuthorityWords();

    [GeneratedRegex(@"\b(need\w*|lost|lose|slow|takes (almost|over|about|too)|errors?|mistakes?|reprint\w*|delay\w*|manual\w*|struggl\w*|problem\w*|waiting)\b", Flags)]
    private static partial Regex NeedWords();

    [GeneratedRegex(@"\b(deadline|asap|urgent\w*|by (the )?(end|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|next (week|month|quarter|year)|this (week|month|quarter|year)|go[- ]live|launch\w*|immediately)\b", Flags)]
    private static partial Regex TimingWords();
}
