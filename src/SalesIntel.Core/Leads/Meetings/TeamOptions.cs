using SalesIntel.Settings;

namespace SalesIntel.Leads;

/// <summary>Who belongs to the team that sells.</summary>
public sealed class TeamOptions
{
    private const int LongestDomain = 253;

    private static readonly SettingForm Domain = new("one or more mail domains, comma separated", IsDomain);

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<TeamOptions> Settings { get; } = new SettingsGroup<TeamOptions>()
        .List("READAI_CUSTOMER_DOMAINS", o => o.InternalDomains,
            (o, v) => o.InternalDomains = [.. v.Select(domain => domain.TrimStart('@').ToLowerInvariant())],
            "the internal domains (despite the name), comma separated", Domain)
        .Warn(o => o.InternalDomains.Count == 0
            ? "READAI_CUSTOMER_DOMAINS is not set: in a meeting only the owner's own domain is taken for yours."
            : null);

    /// <summary>Mail domains of the team, sub-domains included, e.g. <c>seller.example</c>. People of these domains never become leads,
    /// and what they say in a meeting is not taken for the customer's words. While the list is empty, the domain of the recording's owner
    /// counts, unless anybody can have an address there, as at <c>gmail.com</c>; then the owner alone counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> InternalDomains { get; set; } = [];

    private static bool IsDomain(string text)
    {
        var domain = text.TrimStart('@');
        return domain.Length <= LongestDomain
            && domain.Contains('.', StringComparison.Ordinal)
            && domain.All(c => char.IsLetterOrDigit(c) || c is '.' or '-')
            && domain.Split('.').All(label => label.Length > 0);
    }
}
