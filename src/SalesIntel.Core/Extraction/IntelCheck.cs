using SalesIntel.Calendly;

namespace SalesIntel.Extraction;

/// <summary>What holds for lead intel whoever extracted it: the booking's own facts win, a mail provider is no company, and an
/// inferred value says so.</summary>
internal static class IntelCheck
{
    public const string FromMailDomain = "(inferred from the mail domain)";
    public const string FromTimeZone = "(inferred from the time zone)";

    /// <summary>Applies the rules; what is taken out is added to the issues by field name.</summary>
    public static LeadIntel Apply(LeadIntel intel, Booking booking, ICollection<string> issues)
    {
        var domain = MailDomains.Of(booking.Email);
        var stated = Word.Split(string.Join('\n', booking.Answers.Select(a => a.Answer)))
            .Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return intel with
        {
            FirstName = booking.FirstName.Length > 0 ? booking.FirstName : intel.FirstName,
            LastName = booking.LastName.Length > 0 ? booking.LastName : intel.LastName,
            Phone = intel.Phone.Length > 0 ? intel.Phone : booking.Phone,
            CompanyName = Company("company_name", intel.CompanyName),
            CompanyWebsite = Company("company_website", intel.CompanyWebsite),
            Country = Place(intel.Country),
            StateOrRegion = Place(intel.StateOrRegion),
            City = Place(intel.City),
            DemoDateTimeUtc = DemoTime.Utc(booking),
            DemoDateTimeLocal = DemoTime.Local(booking),
        };

        string Company(string field, string value)
        {
            if (value.Length == 0 || (IsStated(value) && !SaysInferred(value)))
            {
                return value;
            }

            if (!MailDomains.IsFreeMail(domain))
            {
                return SaysInferred(value) ? value : $"{value} {(OfDomain(value) ? FromMailDomain : "(inferred)")}";
            }

            if (!SaysInferred(value) && !MailDomains.IsProvider(value, domain))
            {
                return $"{value} (inferred)";
            }

            issues.Add($"{field}: dropped, a free-mail domain names no company");
            return "";
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

        bool IsStated(string value) => Word.Split(value).Any(word => word.Text.Length > 1 && stated.Contains(word.Text));
    }

    private static bool SaysInferred(string value) => value.Contains("(inferred", StringComparison.OrdinalIgnoreCase);
}
