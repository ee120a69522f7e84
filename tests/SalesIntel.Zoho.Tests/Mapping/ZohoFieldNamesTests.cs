using SalesIntel.Leads;

namespace SalesIntel.Zoho.Tests.Mapping;

public sealed class ZohoFieldNamesTests
{
    // As users have them in their environment; none of them may ever be renamed.
    private static readonly string[] Documented =
    [
        "ZCF_DEMO_DATETIME", "ZCF_DEMO_TIMEZONE", "ZCF_CALENDLY_INVITEE_URI", "ZCF_CALENDLY_EVENT_URI", "ZCF_CALENDLY_QA", "ZCF_LEAD_INTEL",
        "ZCF_PAIN_POINTS", "ZCF_TEAM_MEMBERS", "ZCF_TOOLS_CURRENTLY_USED", "ZCF_DEMO_OBJECTIVES", "ZCF_DEMO_FOCUS_RECOMMENDATION",
        "ZCF_DISCOVERY_QUESTIONS", "ZCF_SALES_REP_CHEAT_SHEET", "ZCF_COMPANY_TYPE", "ZCF_COMPANY_DESCRIPTION", "ZCF_QUALIFICATION_GAPS",
        "ZCF_BANT_BUDGET", "ZCF_BANT_AUTHORITY", "ZCF_BANT_NEED", "ZCF_BANT_TIMING", "ZCF_REFERRED_BY", "ZCF_MEDDIC_METRICS",
        "ZCF_MEDDIC_ECONOMIC_BUYER", "ZCF_MEDDIC_DECISION_CRITERIA", "ZCF_MEDDIC_DECISION_PROCESS", "ZCF_MEDDIC_IDENTIFIED_PAIN",
        "ZCF_MEDDIC_CHAMPION", "ZCF_MEDDIC_COMPETITION", "ZCF_MEDDIC_CONFIDENCE",
    ];

    private static readonly string[] Standard =
    [
        "Email", "First_Name", "Last_Name", "Company", "Website", "Phone", "City", "State", "Country", "Industry", "Lead_Source",
        "No_of_Employees",
    ];

    [Fact]
    public void Variables_that_users_have_are_known_in_the_order_of_the_documentation()
    {
        var variables = ZohoFieldNames.CustomFieldsOf(FieldCatalog.Default).Select(ZohoFieldNames.VariableOf).ToList();

        Assert.Equal(Documented, variables.Where(Documented.Contains));
        Assert.Equal(
            ["ZCF_ADDITIONAL_NOTES", "ZCF_DEMO_DATETIME_LOCAL", "ZCF_DEMO_DATETIME_UTC", "ZCF_NEXT_STEPS", "ZCF_RISKS"],
            variables.Except(Documented).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Standard_fields_need_no_variable() => Assert.Equal(
        Standard, FieldCatalog.Default.All.Select(ZohoFieldNames.StandardNameOf).OfType<string>().OrderBy(name => Array.IndexOf(Standard, name)));

    [Fact]
    public void Every_variable_is_spelt_as_an_environment_variable_and_means_one_field()
    {
        foreach (var framework in QualificationFrameworks.All)
        {
            var catalog = new FieldCatalog([.. LeadFields.All, new LeadField("review_volume")], framework);
            var variables = catalog.All.Select(ZohoFieldNames.VariableOf).ToList();

            Assert.All(variables, variable => Assert.Matches("^ZCF_[A-Z]+(_[A-Z]+)*$", variable));
            Assert.Equal(catalog.All, variables.Select(variable => ZohoFieldNames.Find(catalog, variable)));
        }
    }

    [Theory]
    [InlineData("meddpicc", "paper_process", "ZCF_MEDDPICC_PAPER_PROCESS")]
    [InlineData("meddpicc", "champion", "ZCF_MEDDIC_CHAMPION")]
    [InlineData("bant", "budget", "ZCF_BANT_BUDGET")]
    [InlineData("spiced", "critical_event", "ZCF_SPICED_CRITICAL_EVENT")]
    public void Element_of_a_framework_has_the_variable_of_its_field(string framework, string element, string expected)
    {
        var chosen = QualificationFrameworks.All.Single(one => one.Name == framework);

        Assert.Equal(expected, ZohoFieldNames.VariableOf(chosen.FieldOf(chosen.Elements.Single(one => one.Name == element))));
    }

    [Fact]
    public void Name_of_a_field_goes_before_the_variable_of_another()
    {
        var own = new LeadField("zcf_pain_points");
        var catalog = new FieldCatalog([.. LeadFields.All, own], QualificationFrameworks.Meddic);

        Assert.Equal(own, ZohoFieldNames.Find(catalog, "zcf_pain_points"));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Throws<ArgumentNullException>("field", () => ZohoFieldNames.StandardNameOf(null!));
        Assert.Throws<ArgumentNullException>("field", () => ZohoFieldNames.VariableOf(null!));
        Assert.Throws<ArgumentNullException>("catalog", () => ZohoFieldNames.CustomFieldsOf(null!));
    }
}
