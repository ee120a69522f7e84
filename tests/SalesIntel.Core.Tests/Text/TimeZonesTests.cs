using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("eastern standard time", "America/New_York")]
    [InlineData(" India Standard Time ", "Asia/Calcutta")]
    [InlineData("UTC-02", "Etc/GMT+2")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Middle Earth Standard Time", "Middle Earth Standard Time")]
    [InlineData("", "")]
    public void Zone_that_Windows_names_has_its_IANA_name(string received, string name) => Assert.Equal(name, TimeZones.Name(received));

    [Fact]
    public void Every_zone_of_the_table_is_known_to_the_system() => Assert.All(
        DataFile.Sections("Text.Data.windows-zones.txt")[""],
        line => Assert.NotNull(TimeZones.Find(line.Split(": ")[0])));

    [Fact]
    public void Every_abbreviation_of_the_table_is_a_zone() => Assert.All(
        DataFile.Sections("Text.Data.zone-abbreviations.txt")[""],
        line => Assert.NotNull(ZoneAbbreviations.Zone(line.Split(" = ")[0])));

    [Theory]
    [InlineData("IST")]
    [InlineData("AST")]
    [InlineData("AMT")]
    [InlineData("")]
    public void Abbreviation_of_several_zones_is_none(string text) => Assert.Null(ZoneAbbreviations.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("Middle Earth Standard Time")]
    [InlineData("../../etc/passwd")]
    public void Unknown_zone_is_none(string zone) => Assert.Null(TimeZones.Find(zone));
}
