using System.Text.Json.Nodes;
using SalesIntel.Crm;

namespace SalesIntel.Zoho.Tests.Mapping;

/// <summary>What counts as the same value, and what as a form of ours that nobody has entered.</summary>
public sealed class ZohoValueComparerTests
{
    private static readonly ICrmMapping Mapping = new ZohoMapping(new ZohoFieldOptions
    {
        Names = { ["stated_pain_points"] = "Pains", ["company_description"] = "About", ["meddic_confidence"] = "Confidence" },
    });

    [Theory]
    [InlineData("About", "\"two\\r\\nlines \"", "\"two\\nlines\"", true)]
    [InlineData("About", "\"cafe\\u0301\"", "\"caf\\u00e9\"", true)]
    [InlineData("About", "\"cafe\"", "\"caf\\u00e9\"", false)]
    [InlineData("About", "\"cafe\\u0301\"", "\"Caf\\u00e9\"", false)]
    [InlineData("About", "\"one\\ntwo\"", "\"two\\none\"", false)]
    [InlineData("Pains", "\"one\\ntwo\"", "\"two\\n one\"", true)]
    [InlineData("Pains", "[\"two\",\"one\"]", "\"one\\ntwo\"", true)]
    [InlineData("Pains", "[\"two\"]", "\"one\\ntwo\"", false)]
    [InlineData("Phone", "\"+61 2 9876 5432\"", "\"+61298765432\"", true)]
    [InlineData("Phone", "\"+61 (0)2 9876-5432\"", "\"+61298765432\"", true)]
    [InlineData("Phone", "\"+61298765433\"", "\"+61298765432\"", false)]
    [InlineData("No_of_Employees", "\"42\"", "42", true)]
    [InlineData("Demo_At", "\"2026-11-24T09:00:00+11:00\"", "\"2026-11-23T22:00:00+00:00\"", true)]
    [InlineData("Company", "\"Acme\"", "\"acme\"", false)]
    [InlineData("Company", "null", "null", true)]
    [InlineData("Company", "\"Acme\"", "null", false)]
    public void Same_is_what_a_person_reads_as_the_same(string name, string left, string right, bool same)
    {
        Assert.Equal(same, Mapping.IsSame(name, JsonNode.Parse(left), JsonNode.Parse(right)));
        Assert.Equal(same, Mapping.IsSame(name, JsonNode.Parse(right), JsonNode.Parse(left)));
    }

    [Theory]
    [InlineData("About", "A long descri…", "A long description", true)]
    [InlineData("About", "two lines of a long descri…", "two\nlines of a long description", true)]
    [InlineData("About", "two lines", "two\nlines", true)]
    [InlineData("About", "A short description", "A long description", false)]
    [InlineData("About", "…", "A long description", false)]
    [InlineData("About", "A long descri", "A long description", false)]
    [InlineData("Confidence", "Super Hot", "super-hot", true)]
    [InlineData("Industry", "Consumer Goods", "consumer goods", true)]
    [InlineData("Company", "Acme Labs", "acme labs", false)]
    [InlineData("Last_Name", "McGee", "Mcgee", false)]
    public void Form_of_ours_is_what_Zoho_makes_of_a_value(string name, string held, string written, bool isForm) =>
        Assert.Equal(isForm, Mapping.IsFormOf(name, JsonValue.Create(held), JsonValue.Create(written)));
}
