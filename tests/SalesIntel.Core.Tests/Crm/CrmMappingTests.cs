using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

public sealed class CrmMappingTests
{
    [Fact]
    public void By_name_a_field_has_its_own_name_and_its_value_as_text()
    {
        var known = CrmMapping.ByName.Map(new PatchField(DemoFields.EmployeeCount, "9", WritePolicy.Own))!;
        var unknown = CrmMapping.ByName.Map(new PatchField(LeadFields.City, "", WritePolicy.Own))!;

        Assert.Equal(("employee_count", "\"9\""), (known.Name, known.Value!.ToJsonString()));
        Assert.Equal(("city", null), (unknown.Name, unknown.Value));
    }

    [Theory]
    [InlineData("\"9\"", "9", true)]
    [InlineData("\"Lund\"", "\"Malmö\"", false)]
    [InlineData("null", "\"Lund\"", false)]
    public void By_name_two_values_are_the_same_when_their_texts_are(string left, string right, bool expected) =>
        Assert.Equal(expected, CrmMapping.ByName.IsSame("city", JsonNode.Parse(left), JsonNode.Parse(right)));

    [Fact]
    public void By_name_a_field_is_needed() =>
        Assert.Equal("field", Assert.Throws<ArgumentNullException>(() => CrmMapping.ByName.Map(null!)).ParamName);
}
