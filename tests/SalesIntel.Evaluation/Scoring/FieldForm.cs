using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>When two values of a field are the same: what a CRM would store alike.</summary>
internal static class FieldForm
{
    /// <summary>True when two values of a field are the same.</summary>
    public static bool IsSame(string field, string one, string other) =>
        field == LeadFields.Phone.Name ? Digits(one) == Digits(other)
        : field == LeadFields.CompanyWebsite.Name ? Site(one) == Site(other)
        : KeyText.Same(one, other);

    private static string Digits(string phone) => string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    private static string Site(string address)
    {
        var site = address.Trim().ToLowerInvariant();
        var scheme = site.IndexOf("://", StringComparison.Ordinal);
        site = scheme < 0 ? site : site[(scheme + 3)..];
        return (site.StartsWith("www.", StringComparison.Ordinal) ? site[4..] : site).TrimEnd('/');
    }
}
