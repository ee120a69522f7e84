using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>Names with what people write beside them: a role in capitals, the name that they were born with, a device.</summary>
public sealed class NameWithAsidesTests
{
    [Theory]
    [InlineData("CEO Ann Ray", "Ann", "Ray")]
    [InlineData("Ann Ray CFO", "Ann", "Ray")]
    [InlineData("Ann Ray VP Sales", "Ann", "Ray")]
    [InlineData("VP Ann Ray", "Ann", "Ray")]
    [InlineData("EXT Ann Ray", "Ann", "Ray")]
    [InlineData("Ann Ray EXT", "Ann", "Ray")]
    [InlineData("ROE Ann", "Ann", "ROE")]
    [InlineData("ANN SA", "ANN", "SA")]
    [InlineData("Ann Sales", "Ann", "Sales")]
    [InlineData("Ann CEO", "Ann", "CEO")]
    [InlineData("Ann Ray née Oak", "Ann", "Ray")]
    [InlineData("Ann Ray, née Oak", "Ann", "Ray")]
    [InlineData("Ann Ray geb. Oak", "Ann", "Ray")]
    [InlineData("Ann Nee", "Ann", "Nee")]
    [InlineData("Ann Ray M.A.", "Ann", "Ray")]
    [InlineData("Ann Ray; Bob Oak", "Ann", "Ray")]
    [InlineData("Eng. Ann Ray", "Ann", "Ray")]
    [InlineData("Eng Lee", "Eng", "Lee")]
    [InlineData("iPhone von Ann Ray", "Ann", "Ray")]
    [InlineData("iPhone (2) de Ann", "", "Ann")]
    [InlineData("iPad d’Ann", "", "Ann")]
    public void What_stands_beside_a_name_is_no_part_of_it(string shown, string first, string last) =>
        Assert.Equal((first, last), PersonName.Split("", "", shown));
}
