using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>An inference that is allowed for a field. It is asked for in the prompt and checked afterwards: a value follows from the fact
/// or it does not, whatever its reader says.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">The fact, as it is shown to people.</param>
/// <param name="Ask">The fact, as a model is told.</param>
/// <param name="Follows">Whether a value follows from a form's fact.</param>
internal sealed record Inference(LeadField Field, string From, string Ask, Func<string, Form, bool> Follows)
{
    /// <summary>The origin of a value that is neither stated nor follows from a single fact.</summary>
    public const string FromOtherFacts = "other facts";

    private const string FromMailDomain = "the mail domain";
    private const string MailDomainAsk = "a company's own mail domain";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Inference> All { get; } =
    [
        new(LeadFields.CompanyName, FromMailDomain, MailDomainAsk, IsOfDomain),
        new(LeadFields.CompanyWebsite, FromMailDomain, MailDomainAsk, IsOfDomain),
        new(LeadFields.Country, "the time zone", "the time zone", IsOfZone),
    ];

    /// <summary>True for fields that the mail domain may tell: a domain whose addresses are given to anyone tells them nothing.</summary>
    public bool IsFromMailDomain => From == FromMailDomain;

    /// <summary>The inference for a field; null when none is allowed.</summary>
    public static Inference? For(LeadField field) => All.FirstOrDefault(inference => inference.Field.Name == field.Name);

    private static bool IsOfDomain(string value, Form form) =>
        MailDomains.Label(MailDomains.Of(form.Email)) is { Length: > 0 } label && Plain(value).Contains(Plain(label), StringComparison.Ordinal);

    private static bool IsOfZone(string value, Form form) =>
        TimeZoneCountries.Country(form.TimeZone) is { Length: > 0 } country && Plain(value) == Plain(country);

    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
