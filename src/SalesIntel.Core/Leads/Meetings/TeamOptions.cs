using SalesIntel.Settings;

namespace SalesIntel.Leads;

/// <summary>Who belongs to the team that sells.</summary>
public sealed class TeamOptions
{
    private const int LongestDomain = 253;

    private static readonly SettingForm Domain = new("one or more mail domains, comma separated", IsDomain);

    private static readonly SettingForm HostZone =
        new("one or more of address=zone, e.g. ann@seller.example=Europe/Berlin, comma separated", IsHostZone) { HidesValue = true };

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<TeamOptions> Settings { get; } = new SettingsGroup<TeamOptions>()
        .List("READAI_CUSTOMER_DOMAINS", o => o.InternalDomains,
            (o, v) => o.InternalDomains = [.. v.Select(domain => domain.TrimStart('@').ToLowerInvariant())],
            "the internal domains (despite the name), comma separated", Domain)
        .List("HOST_TIME_ZONES", o => [.. o.HostTimeZones.Select(zone => $"{zone.Key}={zone.Value}")],
            (o, v) => o.HostTimeZones = Zones(v),
            "in which zone a host of demos is, as `address=IANA zone`, comma separated: notes have the host's time, else UTC",
            HostZone, property: nameof(HostTimeZones))
        .Warn(o => o.InternalDomains.Count == 0
            ? "READAI_CUSTOMER_DOMAINS is not set: in a meeting only the owner's own domain is taken for yours."
            : null);

    /// <summary>Mail domains of the team, sub-domains included, e.g. <c>seller.example</c>. People of these domains never become leads,
    /// and what they say in a meeting is not taken for the customer's words. While the list is empty, the domain of the recording's owner
    /// counts, unless anybody can have an address there, as at <c>gmail.com</c>; then the owner alone counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> InternalDomains { get; set; } = [];

    /// <summary>The IANA time zones of people who hold demos, by their addresses in lower case. A note tells the time of a demo in the zone
    /// of its host too; where that is not known, in UTC.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, string> HostTimeZones { get; set; } = new Dictionary<string, string>();

    // Of an address that is named twice the last zone counts, as in any configuration.
    private static Dictionary<string, string> Zones(IReadOnlyList<string> items)
    {
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var at = item.IndexOf('=', StringComparison.Ordinal);
            zones[(at < 0 ? item : item[..at]).Trim().ToLowerInvariant()] = at < 0 ? "" : item[(at + 1)..].Trim();
        }

        return zones;
    }

    private static bool IsHostZone(string text) => text.Split('=') is [var address, { Length: > 0 } zone]
        && EmailAddress.TryParse(address.Trim(), out _) && TimeZones.Find(zone) is not null;

    private static bool IsDomain(string text)
    {
        var domain = text.TrimStart('@');
        return domain.Length <= LongestDomain
            && domain.Contains('.', StringComparison.Ordinal)
            && domain.All(c => char.IsLetterOrDigit(c) || c is '.' or '-')
            && domain.Split('.').All(label => label.Length > 0);
    }
}
