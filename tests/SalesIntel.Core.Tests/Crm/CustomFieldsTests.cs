using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

public sealed class CustomFieldsTests
{
    [Fact]
    public void Every_variable_has_the_prefix_and_is_named_once()
    {
        Assert.All(CustomFields.All, variable => Assert.Matches("^ZCF_[A-Z]+(_[A-Z]+)*$", variable));
        Assert.Equal(CustomFields.All.Count, CustomFields.All.Distinct().Count());
    }

    [Fact]
    public void Every_element_of_MEDDIC_has_a_variable_of_its_own() => Assert.Equal(
        QualificationFrameworks.Meddic.Elements.Select(QualificationFrameworks.Meddic.FieldOf), CustomFields.Meddic.Select(field => field.Field));

    [Fact]
    public void No_two_variables_hold_the_same_part_of_the_intel() =>
        Assert.Equal(CustomFields.Intel.Count, CustomFields.Intel.Select(field => field.Field).Distinct().Count());
}
