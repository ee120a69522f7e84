using System.Collections.Frozen;

namespace SalesIntel.Text;

/// <summary>Country of the common IANA time zones, compact: a country and its zones on each line. Zones that several countries
/// share in practice are left out.</summary>
internal static class TimeZoneCountries
{
    private const string Table =
        """
        United States:America/New_York,America/Chicago,America/Denver,America/Phoenix,America/Los_Angeles,America/Anchorage,America/Detroit,America/Boise,America/Indiana/Indianapolis,America/Kentucky/Louisville,Pacific/Honolulu,US/Eastern,US/Central,US/Mountain,US/Pacific
        Canada:America/Toronto,America/Vancouver,America/Montreal,America/Edmonton,America/Winnipeg,America/Halifax,America/Regina,America/St_Johns
        Mexico:America/Mexico_City,America/Monterrey,America/Tijuana,America/Cancun
        Brazil:America/Sao_Paulo,America/Bahia,America/Fortaleza,America/Manaus,America/Recife
        Argentina:America/Argentina/Buenos_Aires,America/Buenos_Aires
        Chile:America/Santiago
        Colombia:America/Bogota
        Peru:America/Lima
        United Kingdom:Europe/London,Europe/Belfast
        Ireland:Europe/Dublin
        Portugal:Europe/Lisbon
        Spain:Europe/Madrid,Atlantic/Canary
        France:Europe/Paris
        Belgium:Europe/Brussels
        Netherlands:Europe/Amsterdam
        Luxembourg:Europe/Luxembourg
        Germany:Europe/Berlin,Europe/Busingen
        Austria:Europe/Vienna
        Switzerland:Europe/Zurich
        Italy:Europe/Rome
        Denmark:Europe/Copenhagen
        Sweden:Europe/Stockholm
        Norway:Europe/Oslo
        Finland:Europe/Helsinki
        Iceland:Atlantic/Reykjavik
        Poland:Europe/Warsaw
        Czechia:Europe/Prague
        Slovakia:Europe/Bratislava
        Hungary:Europe/Budapest
        Romania:Europe/Bucharest
        Bulgaria:Europe/Sofia
        Greece:Europe/Athens
        Croatia:Europe/Zagreb
        Serbia:Europe/Belgrade
        Slovenia:Europe/Ljubljana
        Estonia:Europe/Tallinn
        Latvia:Europe/Riga
        Lithuania:Europe/Vilnius
        Ukraine:Europe/Kyiv,Europe/Kiev
        Turkey:Europe/Istanbul
        Israel:Asia/Jerusalem
        United Arab Emirates:Asia/Dubai
        Saudi Arabia:Asia/Riyadh
        India:Asia/Kolkata,Asia/Calcutta
        Pakistan:Asia/Karachi
        Bangladesh:Asia/Dhaka
        Sri Lanka:Asia/Colombo
        Nepal:Asia/Kathmandu,Asia/Katmandu
        Singapore:Asia/Singapore
        Malaysia:Asia/Kuala_Lumpur
        Indonesia:Asia/Jakarta
        Thailand:Asia/Bangkok
        Vietnam:Asia/Ho_Chi_Minh,Asia/Saigon
        Philippines:Asia/Manila
        China:Asia/Shanghai
        Hong Kong:Asia/Hong_Kong
        Taiwan:Asia/Taipei
        South Korea:Asia/Seoul
        Japan:Asia/Tokyo
        Australia:Australia/Sydney,Australia/Melbourne,Australia/Brisbane,Australia/Perth,Australia/Adelaide,Australia/Hobart,Australia/Darwin,Australia/Canberra
        New Zealand:Pacific/Auckland
        South Africa:Africa/Johannesburg
        Nigeria:Africa/Lagos
        Kenya:Africa/Nairobi
        Egypt:Africa/Cairo
        Morocco:Africa/Casablanca
        Ghana:Africa/Accra
        """;

    private static readonly FrozenDictionary<string, string> Countries = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':'))
        .SelectMany(parts => parts[1].Split(',').Select(zone => KeyValuePair.Create(zone, parts[0])))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The country of a zone; empty when it is not in the table.</summary>
    public static string Country(string zone) => Countries.GetValueOrDefault(zone, "");
}
