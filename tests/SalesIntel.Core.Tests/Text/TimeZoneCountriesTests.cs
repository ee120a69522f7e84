using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class TimeZoneCountriesTests
{
    private const string Database = "/usr/share/zoneinfo";

    // Zones and names of countries that leads have had since the table was written by hand.
    private const string Before =
        """
        United States:America/New_York,America/Chicago,America/Denver,America/Phoenix,America/Los_Angeles,America/Anchorage
        United States:America/Detroit,America/Boise,America/Indiana/Indianapolis,America/Kentucky/Louisville,Pacific/Honolulu
        United States:US/Eastern,US/Central,US/Mountain,US/Pacific
        Canada:America/Toronto,America/Vancouver,America/Montreal,America/Edmonton,America/Winnipeg,America/Halifax,America/Regina
        Canada:America/St_Johns
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
        Australia:Australia/Sydney,Australia/Melbourne,Australia/Brisbane,Australia/Perth,Australia/Adelaide,Australia/Hobart
        Australia:Australia/Darwin,Australia/Canberra
        New Zealand:Pacific/Auckland
        South Africa:Africa/Johannesburg
        Nigeria:Africa/Lagos
        Kenya:Africa/Nairobi
        Egypt:Africa/Cairo
        Morocco:Africa/Casablanca
        Ghana:Africa/Accra
        """;

    [Fact]
    public void Every_zone_of_the_tz_database_has_a_country()
    {
        var zones = File.ReadLines($"{Database}/zone.tab").Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')[2]).ToList();

        Assert.True(zones.Count > 400, $"{zones.Count} zones");
        Assert.DoesNotContain(zones, zone => TimeZoneCountries.Country(zone).Length == 0);
    }

    [Fact]
    public void Every_other_name_of_a_zone_that_is_a_place_has_a_country()
    {
        var names = File.ReadLines($"{Database}/tzdata.zi").Where(line => line.StartsWith("L ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2])
            .Where(name => name.Contains('/') && !name.StartsWith("Etc/", StringComparison.Ordinal)).ToList();

        Assert.True(names.Count > 100, $"{names.Count} names");
        Assert.DoesNotContain(names, name => TimeZoneCountries.Country(name).Length == 0);
    }

    [Fact]
    public void Zones_of_before_have_the_countries_of_before() => Assert.All(
        Before.Split('\n').Select(line => line.Trim().Split(':')),
        parts => Assert.All(parts[1].Split(','), zone => Assert.Equal(parts[0], TimeZoneCountries.Country(zone))));

    [Theory]
    [InlineData("US/Eastern", "United States")]
    [InlineData("us/pacific", "United States")]
    [InlineData("Asia/Calcutta", "India")]
    [InlineData("Asia/Saigon", "Vietnam")]
    [InlineData("Asia/Rangoon", "Myanmar")]
    [InlineData("Europe/Kiev", "Ukraine")]
    [InlineData("Canada/Pacific", "Canada")]
    [InlineData("Brazil/East", "Brazil")]
    [InlineData("Japan", "Japan")]
    [InlineData("GB", "United Kingdom")]
    [InlineData("America/Indiana/Knox", "United States")]
    [InlineData("Europe/Sarajevo", "Bosnia and Herzegovina")]
    [InlineData("Africa/Abidjan", "Côte d'Ivoire")]
    [InlineData("Pacific/Port_Moresby", "Papua New Guinea")]
    [InlineData(" Europe/Berlin ", "Germany")]
    public void Place_has_a_country(string zone, string country) => Assert.Equal(country, TimeZoneCountries.Country(zone));

    // Since 1970 their clocks agree with those of another country, to which the database links them.
    [Theory]
    [InlineData("Iceland", "Iceland")]
    [InlineData("Africa/Asmera", "Eritrea")]
    [InlineData("Africa/Timbuktu", "Mali")]
    [InlineData("America/Coral_Harbour", "Canada")]
    [InlineData("America/Virgin", "U.S. Virgin Islands")]
    [InlineData("Pacific/Truk", "Micronesia")]
    [InlineData("Europe/Bratislava", "Slovakia")]
    [InlineData("Europe/San_Marino", "San Marino")]
    public void Place_that_is_linked_abroad_has_its_own_country(string zone, string country) =>
        Assert.Equal(country, TimeZoneCountries.Country(zone));

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("GMT")]
    [InlineData("CET")]
    [InlineData("EST")]
    [InlineData("PST8PDT")]
    [InlineData("Nowhere/Land")]
    [InlineData("")]
    public void Rule_of_clocks_has_none(string zone) => Assert.Equal("", TimeZoneCountries.Country(zone));
}
