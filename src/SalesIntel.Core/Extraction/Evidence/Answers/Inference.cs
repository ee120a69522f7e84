using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>An inference that is allowed for a field. It is asked for in the prompt and checked afterwards: a value follows from the fact
/// or it does not, whatever its reader says.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">The fact, as it is shown to people.</param>
/// <param name="Ask">The fact, as a model is told; empty = the inference is not asked for, only recognised.</param>
/// <param name="Topic">The questions in which the value itself is asked for.</param>
/// <param name="Follows">Whether a value follows from a form's fact.</param>
internal sealed record Inference(LeadField Field, string From, string Ask, FormTopic Topic, Func<string, Form, bool> Follows)
{
    private const string FromMailDomain = "the mail domain";
    private const string FromTimeZone = "the time zone";
    private const string MailDomainAsk = "a company's own mail domain";

    // What people call a country besides its usual name.
    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        ["United States"] = "United States of America",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Inference> All { get; } =
    [
        new(LeadFields.CompanyName, FromMailDomain, MailDomainAsk, FormTopic.Company, IsOfDomain),
        new(LeadFields.CompanyWebsite, FromMailDomain, MailDomainAsk, FormTopic.Website, IsOfDomain),
        new(LeadFields.Country, FromTimeZone, FromTimeZone, FormTopic.Country, IsCountryOfZone),
        new(LeadFields.City, FromTimeZone, "", FormTopic.City, IsCityOfZone),
    ];

    private static readonly Dictionary<string, Inference> ByField =
        All.ToDictionary(inference => inference.Field.Name, StringComparer.Ordinal);

    /// <summary>True for fields that the mail domain may tell: a domain whose addresses are given to anyone tells them nothing.</summary>
    public bool IsFromMailDomain => From == FromMailDomain;

    /// <summary>The inference for a field; null when none is allowed.</summary>
    public static Inference? For(LeadField field) => ByField.GetValueOrDefault(field.Name);

    private static bool IsOfDomain(string value, Form form) =>
        MailDomains.Label(MailDomains.Of(form.Email)) is { Length: > 0 } label
        && Plain(value).Contains(Plain(label), StringComparison.Ordinal);

    private static bool IsCountryOfZone(string value, Form form)
    {
        if (TimeZoneCountries.Country(form.TimeZone) is not { Length: > 0 } country)
        {
            return false;
        }

        string[] names = [country, LongNames.GetValueOrDefault(country, country)];
        return names.Any(name => Plain(value) == Plain(name) || Plain(value) == Initials(name));
    }

    // "New York" of "America/New_York".
    private static bool IsCityOfZone(string value, Form form) =>
        form.TimeZone.LastIndexOf('/') is >= 0 and var slash && Plain(value) == Plain(form.TimeZone[slash..]);

    private static string Initials(string name) =>
        string.Concat(name.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => char.ToLowerInvariant(word[0])));

    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
