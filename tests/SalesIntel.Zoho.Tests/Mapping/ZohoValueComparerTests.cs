using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Zoho.Tests.Mapping;

/// <summary>What counts as the same value, and what as a form of ours that nobody has entered.</summary>
public sealed class ZohoValueComparerTests
{
    private static readonly FieldCatalog Catalog = new(
        [.. LeadFields.All, new LeadField("review_volume") { Kind = FieldKind.Number }], QualificationFrameworks.Meddic);

    private readonly ICrmMapping mapping = new ZohoMapping(
        new ZohoFieldOptions
        {
            Names =
            {
                ["stated_pain_points"] = "Pains", ["company_description"] = "About", ["meddic_confidence"] = "Confidence", ["review_volume"] = "Reviews",
            },
        },
        Catalog);

    [Theory]
    [InlineData("About", "\"two\\r\\nlines \"", "\"two\\nlines\"", true)]
    [InlineData("About", "\"cafe\\u0301\"", "\"caf\\u00e9\"", true)]
    [InlineData("About", "\"Nguye\\u0302\\u0303n\"", "\"Nguy\\u1ec5n\"", true)]
    [InlineData("About", "\"Nguy\\u00ea\\u0303n\"", "\"Nguy\\u1ec5n\"", true)]
    [InlineData("About", "\"Nguye\\u0302\\u0303n\"", "\"Nguyen\"", false)]
    [InlineData("About", "\"\\u03b1\\u0301\"", "\"\\u03ac\"", true)]
    [InlineData("About", "\"cafe\"", "\"caf\\u00e9\"", false)]
    [InlineData("About", "\"cafe\\u0301\"", "\"Caf\\u00e9\"", false)]
    [InlineData("About", "\"cafe\\u0301\"", "\"cafe\"", false)]
    [InlineData("About", "\"cafe\\u0301\"", "\"tea\"", false)]
    [InlineData("About", "\"Zo\\u00eb\"", "\"Z\\u00f6e\"", false)]
    [InlineData("About", "\"one\\ntwo\"", "\"two\\none\"", false)]
    [InlineData("Pains", "\"one\\ntwo\"", "\"two\\n one\"", true)]
    [InlineData("Pains", "[\"two\",\"one\"]", "\"one\\ntwo\"", true)]
    [InlineData("Pains", "[\"two\"]", "\"one\\ntwo\"", false)]
    [InlineData("Phone", "\"+61 2 9876 5432\"", "\"+61298765432\"", true)]
    [InlineData("Phone", "\"+61 (0)2 9876-5432\"", "\"+61298765432\"", true)]
    [InlineData("Pains", "[\"one\",\"two\"]", "\"one;; two\"", true)]
    [InlineData("Phone", "\"61298765432\"", "\"+61298765432\"", false)]
    [InlineData("Phone", "\"(02) 9876 5432\"", "\"+61298765432\"", false)]
    [InlineData("Phone", "\"none\"", "\"unknown\"", false)]
    [InlineData("Website", "\"http://northwind.example\"", "\"https://northwind.example\"", false)]
    [InlineData("Price", "\"12.50\"", "12.5", true)]
    [InlineData("Price", "\"about 12\"", "12", false)]
    [InlineData("Phone", "\"+61298765433\"", "\"+61298765432\"", false)]
    [InlineData("No_of_Employees", "\"42\"", "42", true)]
    [InlineData("Reviews", "\"1,200\"", "1200", true)]
    [InlineData("Reviews", "41", "42", false)]
    [InlineData("Reviews", "\"many\"", "\"several\"", false)]
    [InlineData("About", "\"1,200\"", "1200", false)]
    [InlineData("Demo_At", "\"2026-11-24T09:00:00+11:00\"", "\"2026-11-23T22:00:00+00:00\"", true)]
    [InlineData("Company", "\"Acme\"", "\"acme\"", false)]
    [InlineData("Reseller", "{\"name\":\"Northwind\",\"id\":\"500012\"}", "{\"id\":\"500012\"}", true)]
    [InlineData("Reseller", "{\"name\":\"Northwind\",\"id\":\"500012\"}", "\"500012\"", true)]
    [InlineData("Reseller", "{\"name\":\"Northwind\",\"id\":\"500013\"}", "{\"id\":\"500012\"}", false)]
    [InlineData("Price", "12.50", "12.5", true)]
    [InlineData("Price", "1250000", "1250000.00", true)]
    [InlineData("Price", "12.51", "12.5", false)]
    [InlineData("Pains", "[]", "null", true)]
    [InlineData("Pains", "[\"one\"]", "null", false)]
    [InlineData("Company", "null", "null", true)]
    [InlineData("Company", "\"Acme\"", "null", false)]
    public void Same_is_what_a_person_reads_as_the_same(string name, string left, string right, bool same)
    {
        Assert.Equal(same, mapping.IsSame(name, JsonNode.Parse(left), JsonNode.Parse(right)));
        Assert.Equal(same, mapping.IsSame(name, JsonNode.Parse(right), JsonNode.Parse(left)));
    }

    [Theory]
    [InlineData("About", "A long descri…", "A long description", true)]
    [InlineData("About", "two lines of a long descri…", "two\nlines of a long description", true)]
    [InlineData("About", "two lines", "two\nlines", true)]
    [InlineData("About", "A short description", "A long description", false)]
    [InlineData("About", "<p>two<br>lines &amp; more</p>", "two\nlines & more", true)]
    [InlineData("About", "<div>two</div><div>lines</div>", "two\nlines", true)]
    [InlineData("About", "a &lt; b", "a < b", true)]
    [InlineData("Phone", "(02) 9876 5432", "+61298765432", true)]
    [InlineData("Phone", "298765432", "+61298765432", true)]
    [InlineData("Phone", "61298765432", "+61298765432", true)]
    [InlineData("Phone", "(212) 555-0123", "+12125550123", true)]
    [InlineData("Phone", "(02) 9876 5433", "+61298765432", false)]
    [InlineData("Phone", "(02) 9876 5432", "+6598765432", false)]
    [InlineData("Phone", "9876 5432", "+61298765432", false)]
    [InlineData("Phone", "+61 2 9876 5432 ext 12", "+61298765432", false)]
    [InlineData("Phone", "none", "unknown", false)]
    [InlineData("Website", "http://Northwind.example/", "northwind.example", true)]
    [InlineData("Website", "northwind.example/A?b=C", "https://northwind.example/A?b=C", true)]
    [InlineData("Website", "https://northwind.example/A", "https://northwind.example/a", false)]
    [InlineData("Website", "https://north.example", "https://northwind.example", false)]
    [InlineData("About", "<p>two<br>other lines</p>", "two\nlines", false)]
    [InlineData("About", "…", "A long description", false)]
    [InlineData("About", "A long descri", "A long description", false)]
    [InlineData("Confidence", "Super Hot", "super-hot", true)]
    [InlineData("Industry", "Consumer Goods", "consumer goods", true)]
    [InlineData("Company", "Acme Labs", "acme labs", false)]
    [InlineData("Last_Name", "McGee", "Mcgee", false)]
    public void Form_of_ours_is_what_Zoho_makes_of_a_value(string name, string held, string written, bool isForm) =>
        Assert.Equal(isForm, mapping.IsFormOf(name, JsonValue.Create(held), JsonValue.Create(written)));

    [Fact]
    public void List_is_a_form_of_the_same_values_only()
    {
        Assert.True(mapping.IsFormOf("Pains", new JsonArray("one", "two"), JsonValue.Create("two\none")));
        Assert.False(mapping.IsFormOf("Pains", new JsonArray("one"), JsonValue.Create("two")));
        Assert.False(mapping.IsFormOf("Pains", new JsonArray("A"), JsonValue.Create("[ \"A\" ]")));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Spelling_of_a_list_is_no_longer_than_an_entry_of_a_list(int length, bool isForm) => Assert.Equal(
        isForm, mapping.IsFormOf("Confidence", JsonValue.Create(new string('A', length)), JsonValue.Create(new string('a', length))));
}
