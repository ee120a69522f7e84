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
    public void Every_element_of_MEDDIC_has_a_variable_of_its_own()
    {
        var elements = typeof(MeddicAssessment).GetProperties().Where(property => property.PropertyType == typeof(MeddicElement)).ToList();
        foreach (var property in elements)
        {
            var assessment = new MeddicAssessment();
            var value = new MeddicElement { Value = property.Name };
            property.SetValue(assessment, value);

            Assert.Single(CustomFields.Meddic, field => field.Read(assessment) == value);
        }

        Assert.Equal(elements.Count, CustomFields.Meddic.Count);
    }

    [Fact]
    public void No_two_variables_hold_the_same_part_of_the_intel()
    {
        foreach (var (variable, read) in CustomFields.Intel)
        {
            var holders = typeof(LeadIntel).GetProperties().Where(property =>
            {
                var intel = new LeadIntel();
                property.SetValue(intel, "x");
                return read(intel) == "x";
            }).ToList();
            Assert.True(holders.Count == 1, variable);
        }

        var shown = CustomFields.Intel.Select(field => field.Read(new LeadIntel { StatedPainPoints = "pain", ReferredBy = "friend" }));
        Assert.Equal(["pain", "friend"], shown.Where(value => value.Length > 0));
    }
}
