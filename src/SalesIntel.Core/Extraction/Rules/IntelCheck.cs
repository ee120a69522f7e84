using System.Text.RegularExpressions;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>What holds for lead intel whoever extracted it: the booking's own facts win, a mail provider is no company, and an
/// inferred value says so.</summary>
internal static partial class IntelCheck
{
    public const string FromMailDomain = "(inferred from the mail domain)";
    public const string FromTimeZone = "(inferred from the time zone)";

    /// <summary>Applies the rules; what is taken out is added to the issues by field name.</summary>
    public static LeadIntel Apply(LeadIntel intel, Booking booking, ICollection<string> issues)
    {
        var domain = MailDomains.Of(booking.Email);
        var answers = string.Join('\n', booking.Answers.Select(a => a.Answer).Append(booking.Name));
        var stated = Word.Split(answers).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return intel with
        {
            FirstName = booking.FirstName.Length > 0 ? booking.FirstName : intel.FirstName,
            LastName = booking.LastName.Length > 0 ? booking.LastName : intel.LastName,
            Phone = intel.Phone.Length > 0 ? intel.Phone : booking.Phone,
            CompanyName = Company("company_name", intel.CompanyName),
            CompanyWebsite = Company("company_website", Website(intel.CompanyWebsite)),
            Country = Place(intel.Country),
            StateOrRegion = Place(intel.StateOrRegion),
            City = Place(intel.City),
            DemoDateTimeUtc = DemoTime.Utc(booking),
            DemoDateTimeLocal = DemoTime.Local(booking),
        };

        string Company(string field, string value)
        {
            if (value.Length == 0)
            {
                return "";
            }

            if (MailDomains.IsFreeMail(domain))
            {
                if (!SaysInferred(value) && (IsAnswered(value) || (IsStated(value) && !MailDomains.IsProvider(value, domain))))
                {
                    return value;
                }

                issues.Add($"{field}: dropped, it is not stated and a free-mail domain names no company");
                return "";
            }

            return SaysInferred(value) || IsStated(value)
                ? value
                : $"{value} {(OfDomain(value) ? FromMailDomain : "(inferred)")}";
        }

        string Website(string value)
        {
            if (value.Length > 0 && !IsWebsite(value))
            {
                issues.Add("company_website: dropped, it is no address of a website");
                return "";
            }

            return value;
        }

        string Place(string value)
        {
            if (value.Length == 0 || IsStated(value) || SaysInferred(value))
            {
                return value;
            }

            return booking.TimeZone.Length > 0 ? $"{value} {FromTimeZone}" : $"{value} (inferred)";
        }

        bool OfDomain(string value) =>
            string.Concat(value.ToLowerInvariant().Where(char.IsLetterOrDigit))
                .Contains(string.Concat(MailDomains.Label(domain).Where(char.IsLetterOrDigit)), StringComparison.Ordinal);

        // The longest word stands for the value: its small words are in any text.
        bool IsStated(string value) =>
            answers.Contains(value, StringComparison.OrdinalIgnoreCase)
            || Word.Split(value).Where(w => !w.Text.Equals("www", StringComparison.Ordinal)).MaxBy(w => w.Text.Length) is
                { Text.Length: > 1 } word && stated.Contains(word.Text);

        bool IsAnswered(string value) => booking.Answers.Any(a =>
            IntelQuestions.IsAbout(IntelQuestions.Company, a.Question)
            && a.Answer.Contains(value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when the text, without a remark in parentheses, looks like a website's address.</summary>
    public static bool IsWebsite(string value) => WebsiteAddress().IsMatch(value.Split('(')[0].Trim());

    [GeneratedRegex(@"\A(https?://)?([\p{L}\d]([\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(:\d+)?(/\S*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WebsiteAddress();

    private static bool SaysInferred(string value) => value.Contains("(inferred", StringComparison.OrdinalIgnoreCase);
}
